"""What a user of scikit-learn would compute of one file of predictions: measures, confusion matrix and curves, and accuracy and ROC AUC (or mean
absolute error) in every group of 30 columns, numbers cut at quintiles. No intervals. Prints processor seconds and peak memory as JSON."""
import json
import resource
import sys
import time
import pandas as pd
import sklearn
from sklearn import metrics as m

start = time.perf_counter()
table = pd.read_parquet(sys.argv[1])
read = time.perf_counter() - start
y, predicted = table['y_true'].to_numpy(), table['y_pred'].to_numpy()
binary = 'y_pred_proba' in table
if binary:
    score = table['y_pred_proba'].to_numpy()
    for measure in (m.accuracy_score, m.balanced_accuracy_score, m.precision_score, m.recall_score, m.f1_score, m.matthews_corrcoef,
                    m.cohen_kappa_score, m.confusion_matrix):
        measure(y, predicted)
    for measure in (m.log_loss, m.brier_score_loss, m.roc_auc_score, m.average_precision_score, m.roc_curve, m.precision_recall_curve):
        measure(y, score)
else:
    for measure in (m.mean_absolute_error, m.mean_squared_error, m.r2_score, m.median_absolute_error, m.mean_absolute_percentage_error,
                    m.max_error, m.explained_variance_score):
        measure(y, predicted)
groups = 0
for name in [f'{kind}{k}' for kind in 'ns' for k in range(15)]:
    column = table[name]
    keys = pd.qcut(column, 5, duplicates='drop') if name.startswith('n') else column
    for _, rows in table.groupby(keys, observed=True).indices.items():
        groups += 1
        if binary:
            m.accuracy_score(y[rows], predicted[rows])
            m.roc_auc_score(y[rows], score[rows])
        else:
            m.mean_absolute_error(y[rows], predicted[rows])
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({'wall': time.perf_counter() - start, 'read': read, 'cpu': usage.ru_utime + usage.ru_stime,
                  'peakMb': usage.ru_maxrss / 1024, 'groups': groups, 'version': sklearn.__version__}))
