"""One comparison by another tool: `peers.py TOOL REFERENCE CURRENT`. Prints processor seconds and peak memory as JSON."""
import json
import resource
import sys

import pandas as pd

tool, reference_path, current_path = sys.argv[1:4]


def read(path):
    return pd.read_parquet(path) if path.endswith(".parquet") else pd.read_csv(path)


reference, current = read(reference_path), read(current_path)
names = [n for n in reference.columns if n != "moment" and not n.startswith("h")]
numbers = [n for n in names if pd.api.types.is_numeric_dtype(reference[n]) and reference[n].dtype != bool]

if tool == "pandas + scipy":
    import numpy as np
    from scipy import stats

    for name in numbers:
        a, b = reference[name].dropna().to_numpy(), current[name].dropna().to_numpy()
        stats.ks_2samp(a, b)
        stats.wasserstein_distance(a, b)
        for side in (reference[name], current[name]):
            side.describe()
            side.nunique()
        edges = np.quantile(a, np.linspace(0, 1, 11))
        np.histogram(a, np.unique(edges)), np.histogram(b, np.unique(edges))
    for name in names:
        if name not in numbers:
            table = pd.concat([reference[name].value_counts(), current[name].value_counts()], axis=1).fillna(0)
            stats.chi2_contingency(table.to_numpy())
elif tool == "Evidently":
    from evidently import Dataset, Report
    from evidently.presets import DataDriftPreset

    result = Report([DataDriftPreset()]).run(Dataset.from_pandas(current[names]), Dataset.from_pandas(reference[names]))
    result.save_html("/dev/null")
else:
    import nannyml

    calculator = nannyml.UnivariateDriftCalculator(column_names=names, chunk_number=10)
    calculator.fit(reference)
    calculator.calculate(current).to_df()

usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "peakMb": usage.ru_maxrss / 1024}))
