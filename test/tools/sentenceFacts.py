"""Numbers of datasets and predictions, computed with pandas, NumPy, SciPy and scikit-learn: what the sentences of reports are held against.

Reads what is asked as JSON on standard input (see test/outputs/askedOf.ts) and writes {"origin": ..., "facts": {key: number, text or [low, high]}}
as JSON. Nothing of the product is used: its files, settings and the conditions of its slices are the only things taken over.
"""

import json
import math
import platform
import re
import sys
import warnings

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy import stats
from sklearn import metrics

warnings.filterwarnings("ignore")


def read(path):
    if path.endswith(".parquet"):
        return pd.read_parquet(path)
    if path.endswith(".jsonl"):
        return pd.read_json(path, lines=True)
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


def text(value):
    """A value as JavaScript writes it: 1.0 is 1, True is true."""
    if value is None or (isinstance(value, float) and math.isnan(value)) or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if isinstance(value, (float, np.floating)) and float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def texts(series):
    return np.array([text(value) for value in series.tolist()], dtype=object)


def numbers(series):
    if series.dtype == object or isinstance(series.dtype, pd.StringDtype):
        return np.array([written(value) for value in series.tolist()], dtype=float)
    return pd.to_numeric(series, errors="coerce").astype(float).to_numpy()


def written(value):
    """A number as people write it: "1,879.91", "$627", "6%", "(369.49)"."""
    if not isinstance(value, str):
        return float("nan") if value is None or value is pd.NA else float(value)
    found = re.fullmatch(r"(\(?)\s*([-+]?)[$€£¥]?\s*([\d,]*\.?\d+(?:[eE][-+]?\d+)?)\s*(%?)\s*(\)?)", value.strip())
    if found is None:
        return float("nan")
    opening, sign, digits, percent, closing = found.groups()
    size = float(digits.replace(",", "")) / (100 if percent else 1)
    return -size if sign == "-" or (opening and closing) else size


def usable(values):
    return values[np.isfinite(values)]


def time_of(series):
    return pd.to_datetime(series, format="mixed", utc=True).dt.tz_localize(None)


def chunk_of(times, unit):
    if unit == "month":
        return times.dt.strftime("%Y-%m").to_numpy()
    if unit == "week":
        return (times.dt.normalize() - pd.to_timedelta(times.dt.weekday, unit="D")).dt.strftime("%Y-%m-%d").to_numpy()
    if unit == "day":
        return times.dt.strftime("%Y-%m-%d").to_numpy()
    return None


class Table:
    """Counts of both sides on the bins or values of reference, and the distance between them."""

    def __init__(self, reference, current, kind, bins):
        self.kind = kind
        if kind == "number":
            self.edges = np.unique(np.quantile(reference, np.arange(1, bins) / bins))
        else:
            self.values = sorted(set(reference) | set(current))
        self.reference = self.count(reference)

    def count(self, values):
        if self.kind == "number":
            return np.bincount(np.searchsorted(self.edges, values, side="left"), minlength=len(self.edges) + 1).astype(float)
        found = pd.Series(values, dtype=object).value_counts()
        return np.array([found.get(value, 0) for value in self.values], dtype=float)

    def distance(self, values):
        """Total variation distance, and how much of it is more than chance gives in independent rows."""
        a, b = self.reference, self.count(values)
        n, m = a.sum(), b.sum()
        if n == 0 or m == 0:
            return None
        tvd = 0.5 * np.abs(a / n - b / m).sum()
        pooled = (a + b) / (n + m)
        spread = pooled * (1 - pooled)

        chance = 0.5 * np.minimum(np.sqrt(2 / np.pi * spread * (1 / n + 1 / m)), 2 * spread).sum()
        return tvd, math.sqrt(max(0.0, tvd**2 - chance**2))


def psi(a, b):
    p = (a + 0.5) / (a + 0.5).sum()
    q = (b + 0.5) / (b + 0.5).sum()
    return float(((p - q) * np.log(p / q)).sum())


def column_facts(asked, reference, current, chunks, facts):
    name, kind = asked["name"], asked["treatedAs"]
    key = f"column {name}"
    sides = {}
    for side, frame in (("reference", reference), ("current", current)):
        series = frame[name]
        if kind == "number" or asked["kind"] == "number":
            values = numbers(series)
            missing = np.isnan(values)
            values = usable(values)
            if len(values) == 0:
                return
            q = np.quantile(values, [0.05, 0.25, 0.5, 0.75, 0.95])
            facts[f"{key} median {side}"] = float(q[2])
            facts[f"{key} mean {side}"] = float(values.mean())
            facts[f"{key} interquartile range {side}"] = float(q[3] - q[1])
            facts[f"{key} middle 90 {side}"] = float(q[4] - q[0])
            facts[f"{key} minimum {side}"] = float(values.min())
            facts[f"{key} maximum {side}"] = float(values.max())
        else:
            values = texts(series)
            missing = np.array([value is None for value in values])
            values = values[~missing]
        facts[f"{key} missing {side}"] = float(missing.mean())
        sides[side] = values
    a, b = sides["reference"], sides["current"]
    if len(a) == 0 or len(b) == 0:
        return
    if asked["kind"] == "number":
        facts[f"{key} ks"] = float(stats.ks_2samp(a, b).statistic)
        facts[f"{key} above reference"] = int((b > a.max()).sum())
        facts[f"{key} outside reference"] = int((b > a.max()).sum() + (b < a.min()).sum())
        facts[f"{key} below reference"] = int((b < a.min()).sum())
    if kind == "category":
        if asked["kind"] == "number":
            a, b = texts(pd.Series(a)), texts(pd.Series(b))
        for side, values in (("reference", a), ("current", b)):
            for value, share in pd.Series(values, dtype=object).value_counts(normalize=True).items():
                facts[f"{key} share of {value} {side}"] = float(share)
        fresh, gone = set(b) - set(a), set(a) - set(b)
        for value in fresh:
            facts[f"{key} share of {value} reference"] = 0
        for value in gone:
            facts[f"{key} share of {value} current"] = 0
        facts[f"{key} fresh values"] = len(fresh)
        facts[f"{key} fresh rows"] = int(np.isin(b, list(fresh)).sum())
        facts[f"{key} fresh share"] = float(np.isin(b, list(fresh)).mean())
        facts[f"{key} gone values"] = len(gone)
        facts[f"{key} gone share"] = float(np.isin(a, list(gone)).mean())
    table = Table(a, b, kind, asked["bins"])
    tvd, rows = table.distance(b)
    facts[f"{key} tvd"] = tvd
    # How much days differ in themselves is the rule's own (goldens hold it): where they go together the effect is no more than that of rows.
    facts[f"{key} effect"] = [0, rows] if asked["blocks"] else rows
    facts[f"{key} psi"] = psi(table.reference, table.count(b))
    if chunks is None:
        return
    values = numbers(current[name]) if asked["kind"] == "number" else texts(current[name])
    found = np.isfinite(values) if asked["kind"] == "number" else np.array([value is not None for value in values])
    over = {}
    for chunk in sorted(set(chunks)):
        part = values[found & (chunks == chunk)]
        if len(part) < asked["minRows"]:
            continue
        if asked["kind"] == "number":
            facts[f"{key} median {chunk}"] = float(np.median(part))
            if kind == "category":
                part = texts(pd.Series(part))
        _, rows = table.distance(part)
        facts[f"{key} effect {chunk}"] = [0, rows] if asked["blocks"] else rows
        over[chunk] = rows
    facts[f"{key} largest effect of a chunk"] = max(over, key=over.get) if over else None
    standing = None
    for chunk in reversed(list(over)):
        if over[chunk] < asked["limit"]:
            break
        standing = chunk
    if standing is not None:
        facts[f"{key} over the limit since"] = standing


def cells_of(times, by):
    if by == "month":
        return times.dt.month.to_numpy()
    return (times.dt.weekday + 1).to_numpy() if by == "weekday" else times.dt.hour.to_numpy()


def like_facts(asked, season, time, reference, current, facts):
    """Medians and shares over the cells of the calendar that both hold; a row of reference weighs as many of current as it stands for in its cell."""
    key = f"column {asked['name']}"
    sides = {}
    for side, frame in (("reference", reference), ("current", current)):
        series = frame[asked["name"]]
        values = numbers(series) if asked["kind"] == "number" else texts(series)
        held = np.isfinite(values) if asked["kind"] == "number" else np.array([value is not None for value in values])
        cells = cells_of(time_of(frame[time]), season["by"])
        held &= np.isin(cells, season["common"])
        sides[side] = values[held], cells[held]
    before, now = (pd.Series(cells).value_counts() for _, cells in sides.values())
    for side, (values, cells) in sides.items():
        weight = pd.Series(cells).map(now / before).to_numpy() if side == "reference" else np.isin(cells, before.index).astype(float)
        weight = np.nan_to_num(weight)
        if asked["kind"] == "number":
            order = np.argsort(values, kind="stable")
            below = np.cumsum(weight[order]) / weight.sum()
            ends = [float(values[order][min(np.searchsorted(below, at), len(order) - 1)]) for at in (0.4998, 0.5002)]
            facts[f"{key} like median {side}"] = ends
        if asked["treatedAs"] == "category":
            names = texts(pd.Series(values))
            for value, share in (pd.Series(weight).groupby(names).sum() / weight.sum()).items():
                facts[f"{key} like share of {value} {side}"] = float(share)
    for fact in [one for one in facts if one.startswith(f"{key} like share of ")]:
        for side in ("reference", "current"):
            facts.setdefault(f"{fact.rsplit(' ', 1)[0]} {side}", 0)


def drop(reference, current):
    return None if reference is None or current is None else current - reference


def measures_of(task, y, p, s, positive, labels):
    """The measures that scikit-learn has, under the product's names."""
    found = {}
    if len(y) == 0:
        return found
    if task == "binary":
        truth = (y == positive).astype(int)
        if p is not None:
            said = (p == positive).astype(int)
            found["accuracy"] = metrics.accuracy_score(truth, said)
            found["balanced_accuracy"] = metrics.balanced_accuracy_score(truth, said)
            found["precision"] = metrics.precision_score(truth, said, zero_division=np.nan)
            found["recall"] = metrics.recall_score(truth, said, zero_division=np.nan)
            found["f1"] = metrics.f1_score(truth, said, zero_division=np.nan)
            found["mcc"] = metrics.matthews_corrcoef(truth, said)
        if s is not None and len(set(truth)) == 2:
            found["roc_auc"] = metrics.roc_auc_score(truth, s)
            found["average_precision"] = metrics.average_precision_score(truth, s)
            if s.min() >= 0 and s.max() <= 1:
                found["log_loss"] = metrics.log_loss(truth, s)
                found["brier"] = metrics.brier_score_loss(truth, s)
                found["ece"] = calibration_error(truth, s)
    elif task == "multiclass":
        found["accuracy"] = metrics.accuracy_score(y, p)
        found["balanced_accuracy"] = metrics.balanced_accuracy_score(y, p)
        found["precision_macro"] = metrics.precision_score(y, p, average="macro", zero_division=np.nan)
        found["recall_macro"] = metrics.recall_score(y, p, average="macro", labels=sorted(set(y)))
        found["f1_macro"] = metrics.f1_score(y, p, average="macro", labels=labels)
        found["precision_weighted"] = metrics.precision_score(y, p, average="weighted", zero_division=np.nan)
        found["recall_weighted"] = metrics.recall_score(y, p, average="weighted")
        found["f1_weighted"] = metrics.f1_score(y, p, average="weighted")
        found["kappa"] = metrics.cohen_kappa_score(y, p)
        found["mcc"] = metrics.matthews_corrcoef(y, p)
    else:
        error = p - y
        found["mae"] = metrics.mean_absolute_error(y, p)
        found["mse"] = metrics.mean_squared_error(y, p)
        found["rmse"] = math.sqrt(found["mse"])
        found["r2"] = metrics.r2_score(y, p)
        found["median_absolute_error"] = metrics.median_absolute_error(y, p)
        found["max_error"] = metrics.max_error(y, p)
        found["absolute_error_quantile"] = float(np.quantile(np.abs(error), 0.95))
        found["bias"] = float(error.mean())
        found["wape"] = float(np.abs(error).sum() / np.abs(y).sum())
        held = y != 0
        found["mape"] = float(np.abs(error[held] / y[held]).mean())
    return {name: float(value) for name, value in found.items() if value is not None and np.isfinite(value)}


def calibration_error(truth, score, bins=10):
    """Expected calibration error on bins of equal width (Guo et al. 2017, with the score as predicted probability of the positive class)."""
    bin_of = np.minimum((score * bins).astype(int), bins - 1)
    gaps = pd.DataFrame({"bin": bin_of, "truth": truth, "score": score}).groupby("bin").agg(n=("truth", "size"), y=("truth", "mean"), s=("score", "mean"))
    return float((gaps.n / len(truth) * (gaps.y - gaps.s).abs()).sum())


class Predictions:
    def __init__(self, asked, frame):
        roles = asked["evaluation"]
        regression = roles["task"] == "regression"
        take = numbers if regression else texts
        self.task = roles["task"]
        self.y = take(frame[roles["target"]]) if roles["target"] in frame else None
        self.p = take(frame[roles["prediction"]]) if roles["prediction"] else None
        self.s = numbers(frame[roles["score"]]) if roles["score"] and not regression else None
        self.positive = roles["positive"]
        if self.p is None and self.s is not None and roles["threshold"] is not None:
            self.p = np.where(self.s >= roles["threshold"], self.positive, "not")
        known = lambda values: np.isfinite(values) if regression else np.array([value is not None for value in values])
        self.held = np.ones(len(frame), bool)
        for values in (self.y, self.p):
            if values is not None:
                self.held &= known(values)
        if self.s is not None:
            self.held &= np.isfinite(self.s)
        self.labels = roles["labels"]
        self.labelled = int(known(self.y).sum()) if self.y is not None else 0

    def measures(self, rows):
        keep = self.held & rows
        part = lambda values: None if values is None else values[keep]
        return measures_of(self.task, part(self.y), part(self.p), part(self.s), self.positive, self.labels)

    def loss(self, measure):
        if measure == "error_rate":
            if self.task == "binary":
                return ((self.y == self.positive) != (self.p == self.positive)).astype(float)
            return (self.y != self.p).astype(float)
        if measure == "absolute_error":
            return np.abs(self.p - self.y)
        return None


def rows_in(conditions, frame, kinds):
    rows = np.ones(len(frame), bool)
    for condition in conditions:
        group, series = condition["group"], frame[condition["column"]]
        if group["kind"] == "value":
            values = texts(pd.Series(numbers(series))) if kinds.get(condition["column"]) == "number" else texts(series)
            rows &= values == group["value"]
        elif group["kind"] == "missing":
            rows &= series.isna().to_numpy()
        elif group["kind"] == "range":
            values = numbers(series)
            rows &= np.isfinite(values)
            if group["above"] is not None:
                rows &= values > group["above"]
            if group["upTo"] is not None:
                rows &= values <= group["upTo"]
        else:
            return None
    return rows


def evaluation_facts(asked, reference, current, chunks, facts):
    now = Predictions(asked, current)
    before = Predictions(asked, reference) if reference is not None and asked["evaluation"]["target"] in reference else None
    facts["labelled rows"] = now.labelled
    if now.y is None or now.labelled == 0:
        return
    whole = now.measures(np.ones(len(current), bool))
    for name, value in whole.items():
        facts[f"measure {name} current"] = value
    if before is not None:
        for name, value in before.measures(np.ones(len(reference), bool)).items():
            facts[f"measure {name} reference"] = value
            if name in whole:
                facts[f"measure {name} change"] = whole[name] - value
    if chunks is not None:
        for chunk in sorted(set(chunks)):
            for name, value in now.measures(chunks == chunk).items():
                facts[f"measure {name} {chunk}"] = value
        for since in set(asked["evaluation"]["since"]):
            for name, value in now.measures(chunks >= since).items():
                facts[f"measure {name} since {since}"] = value
                if f"measure {name} reference" in facts:
                    facts[f"measure {name} change since {since}"] = value - facts[f"measure {name} reference"]
        like = asked["evaluation"]["like"]
        if like is not None and before is not None:
            column = asked["time"]["column"]
            both = [time_of(frame[column]).dt.month.isin(like["months"]).to_numpy() for frame in (reference, current)]
            found = [side.measures(rows).get(like["measure"]) for side, rows in zip((before, now), both)]
            if None not in found:
                facts["like for like reference"], facts["like for like current"] = found
                facts["like for like change"] = found[1] - found[0]
    if now.task != "regression":
        facts["share of the most frequent class"] = float(pd.Series(now.y[now.held], dtype=object).value_counts(normalize=True).iloc[0])
    else:
        facts["targets of 0"] = int((now.y[now.held] == 0).sum())
        facts["rows with a target other than 0"] = int((now.y[now.held] != 0).sum())
    if now.task == "binary":
        facts["positives current"] = float((now.y[now.held] == now.positive).mean())
        if before is not None:
            facts["positives reference"] = float((before.y[before.held] == before.positive).mean())
        if now.s is not None and asked["evaluation"]["prediction"]:
            said = now.p == now.positive
            if said.any() and not said.all():
                facts["threshold"] = [float(now.s[~said].max()), float(now.s[said].min())]
    if now.task == "regression":
        facts["mean of the target current"] = float(now.y[now.held].mean())
        if before is not None:
            facts["mean of the target reference"] = float(before.y[before.held].mean())
    if before is not None and now.task != "regression" and now.p is not None and before.p is not None:
        shares = [pd.Series(side.p[[value is not None for value in side.p]], dtype=object).value_counts(normalize=True) for side in (before, now)]
        classes = set(shares[0].index) | set(shares[1].index)
        facts["predicted classes moved"] = float(0.5 * sum(abs(shares[1].get(c, 0) - shares[0].get(c, 0)) for c in classes))
    loss = now.loss(asked["evaluation"]["loss"])
    if loss is None:
        return
    overall = float(loss[now.held].mean())
    facts["loss current"] = overall
    old = before.loss(asked["evaluation"]["loss"]) if before is not None else None
    if old is not None:
        facts["loss reference"] = float(old[before.held].mean())
        facts["loss change"] = overall - facts["loss reference"]
    kinds = {column["name"]: column["kind"] for column in asked["columns"]}
    for key, conditions in asked["slices"].items():
        rows = rows_in(conditions, current, kinds)
        if rows is None:
            continue
        inside, rest = now.held & rows, now.held & ~rows
        value, elsewhere = float(loss[inside].mean()), float(loss[rest].mean())
        facts[f"slice {key} share"] = float(inside.sum() / now.held.sum())
        facts[f"slice {key} value"] = value
        facts[f"slice {key} elsewhere"] = elsewhere
        facts[f"slice {key} impact"] = float((value - elsewhere) * inside.sum() / loss[now.held].sum())
        if old is not None:
            rows = rows_in(conditions, reference, kinds)
            if (before.held & rows).any():
                facts[f"slice {key} reference"] = float(old[before.held & rows].mean())
                facts[f"slice {key} change"] = value - facts[f"slice {key} reference"]
                facts[f"slice {key} change elsewhere"] = elsewhere - float(old[before.held & ~rows].mean())


def main():
    asked = json.load(sys.stdin)
    current = read(asked["current"])
    reference = read(asked["reference"]) if asked["reference"] else None
    facts = {"rows current": len(current)}
    if reference is not None:
        facts["rows reference"] = len(reference)
        facts["columns of both"] = len(set(reference.columns) & set(current.columns))
    chunks = None
    if asked["time"] is not None:
        for side, frame in (("reference", reference), ("current", current)):
            if frame is None or asked["time"]["column"] not in frame:
                continue
            times = time_of(frame[asked["time"]["column"]])
            facts[f"first month {side}"] = times.min().strftime("%Y-%m")
            facts[f"last month {side}"] = times.max().strftime("%Y-%m")
            facts[f"days {side}"] = int(times.dt.normalize().nunique())
        chunks = chunk_of(time_of(current[asked["time"]["column"]]), asked["time"]["unit"])
        facts["chunks"] = len(set(chunks)) if chunks is not None else None
    if reference is not None:
        for column in asked["columns"]:
            column_facts(column, reference, current, chunks, facts)
            if column["like"]:
                like_facts(column, asked["season"], asked["time"]["column"], reference, current, facts)
    if asked["evaluation"] is not None:
        evaluation_facts(asked, reference, current, chunks, facts)
    origin = {
        "Python": platform.python_version(),
        "pandas": pd.__version__,
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "scikit-learn": sklearn.__version__,
        "script": "test/tools/sentenceFacts.py",
    }
    known = {key: value for key, value in facts.items() if value is not None and not (isinstance(value, float) and not math.isfinite(value))}
    json.dump({"origin": origin, "facts": known}, sys.stdout, ensure_ascii=False, allow_nan=False)


main()
