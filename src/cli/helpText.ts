import type { Translate } from '../core/words/translate.ts';

/** Help of the program. */
export function mainHelp(t: Translate): string {
  return t(`Usage: driftbook COMMAND [OPTIONS]

Says whether a model is still good on today's data, and if not, why.

Commands:
  compare REFERENCE CURRENT   Compare two datasets: which columns moved, whether it matters, and since when
  evaluate CURRENT            Evaluate predictions: how good they are, how sure that is, and what drift did to it

Options:
  --version                   Print the version
  --help                      Print this help; after a command, the help of that command

Example:
  driftbook compare train.parquet today.csv
  driftbook evaluate today.parquet --reference validation.parquet
`);
}

/** Help of `driftbook compare`. */
export function compareHelp(t: Translate): string {
  return t(`Usage: driftbook compare REFERENCE CURRENT [OPTIONS]

REFERENCE and CURRENT are files (CSV, TSV, JSON, JSON Lines, Parquet, Arrow, Feather; .gz and .zst too),
folders of parts, or quoted patterns such as "prod/2026-*.parquet".

What is compared:
  --columns A,B          Test only these columns (a comma in a name: \\,)
  --ignore A,B           Leave these columns out
  --role COLUMN=ROLE     feature, target, prediction, score, timestamp, id, segment, weight, ignore
  --type COLUMN=TYPE     number, boolean, text, timestamp
  --null-values A,B      Texts that mean a missing value in CSV and TSV, beside the empty field
  --date-order ORDER     dmy or mdy: which comes first in dates where no value tells
  --suffix .END=FORMAT   Read files of another ending as csv, json, parquet or arrow; may be repeated

Time and rows that belong together:
  --timestamp COLUMN     Column of the time axis; none: no time axis
  --chunk HOW            auto (default), none, hour, day, week, month, rows=N or count=N
  --group COLUMN         Rows with the same value belong together (a user, a session)

The decision:
  --profile NAME         default: q ≤ 0.05 and at least 5 % of rows moved
                         strict: q ≤ 0.01, for gates and schedules; sensitive: from 2 % of rows on
  --limit COLUMN=SHARE   Limit of one column, such as 0.1 or 10%; may be repeated
  --weight COLUMN=N      Weight of a column in the overall score; may be repeated

Output:
  --format NAME          text (default), json or markdown, on standard output
  --html FILE            Write the report as one page that opens offline, to read and to share
  --markdown FILE        Write a summary for a pull request or a chat
  --csv FILE             Write the table of columns
  --json FILE            Write the whole report, for programs
  --lang LANGUAGE        en or zh-cn; else the language of the terminal
  --fail-on SEVERITY     What exits 1: warning (default), critical, or never
  --quiet                Print nothing but errors; the exit code tells
  --no-color             No colours

Limits of the run:
  --memory MB            Memory the comparison may use (default 1024; at most 80 % of the machine's)
  --threads N            Threads (default: one a processor, at most 8; never more than processors)

Exit codes:
  0  no alarm     1  an alarm: a column that moved enough to matter, that is gone or changed its type     3  error     130  interrupted

Examples:
  driftbook compare train.parquet today.csv
  driftbook compare train.parquet "prod/2026-*.parquet" --chunk week --json report.json
  driftbook compare a.csv b.csv --html report.html --csv columns.csv
  driftbook compare a.csv b.csv --limit price=10% --ignore note --profile strict --quiet || echo drifted
`);
}

/** Help of `driftbook evaluate`. */
export function evaluateHelp(t: Translate): string {
  return t(`Usage: driftbook evaluate CURRENT [--reference REFERENCE] [OPTIONS]

CURRENT holds predictions, with or without true labels; REFERENCE holds predictions with labels from a time
when the model was good. Both are files, folders of parts or quoted patterns, as for driftbook compare.

Which column is what (what is not named is inferred, and said):
  --task NAME            binary, multiclass, regression or ranking
  --target COLUMN        True label or value; none: evaluate without labels
  --prediction COLUMN    Predicted label or value
  --score COLUMN         Score of the positive class, 0 to 1; ranking: what the lists are ordered by
  --score CLASS=COLUMN   Multiclass: score of one class; may be repeated
  --positive LABEL       The label that counts as positive
  --threshold X          Scores from here on are positive, where no prediction is given (default 0.5)
  --user, --item, --relevance COLUMN, --k N
                         Ranking: whose list, what was recommended, how good it was, length of the lists

What the reference is:
  --reference-is WHAT    training: the model was trained on it, differences are gaps; past: predictions from
                         when the model was good. Else a file name such as train.csv tells

What is looked at:
  --segments A,B         Columns whose slices are searched; else all with few enough values
  --groups A,B           Columns whose groups are compared for fairness
  --cost FP=N,FN=N       What a wrong decision costs
  --resource A,B         Columns of what was spent (training_seconds, latency_ms), shown as mean, median and 95 %
                         quantile; else those whose names say so; none: none
  --require MEASURE>=X   A limit, such as roc_auc>=0.78, mae<=40, drop(f1)<=0.02 or p95(latency_ms)<=200;
                         may be repeated
  --measures FILE        Also write the measures as CSV, a row each (--csv writes the columns compared)

All options of driftbook compare work here too: time, chunks, profile, output, memory.

Exit codes:
  0  no alarm     1  an alarm: a measure failed or has no value that a limit asks for, or a column moved, is gone or
     changed its type     3  error     130  interrupted

Examples:
  driftbook evaluate today.parquet
  driftbook evaluate today.parquet --reference validation.parquet --html report.html
  driftbook evaluate today.csv --target churned --score p_churn --positive yes --require "roc_auc>=0.78"
`);
}
