/** What is said of an evaluation in each situation, in English and in Chinese: every sentence was read, and can be signed by a statistician. */
export const expectedEvaluation: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  'title: a drop, since': [
    'The model got worse: ROC AUC 0.842 → 0.817, −0.025 [−0.041, −0.009], larger than the 0.02 allowed, since February 2019.',
    '模型变差：ROC AUC 0.842 → 0.817，−0.025 [−0.041, −0.009]，超过允许的 0.02（自2019年2月起）。',
  ],
  'title: a drop beyond what was given': [
    'The model got worse: ROC AUC 0.842 → 0.817, −0.025 [−0.041, −0.009], larger than the 0.01 you allow.',
    '模型变差：ROC AUC 0.842 → 0.817，−0.025 [−0.041, −0.009]，超过您允许的 0.01。',
  ],
  'title: two measures fail': [
    'The model got worse: ROC AUC 0.842 → 0.817, −0.025 [−0.041, −0.009], larger than the 0.02 allowed. 1 more measure fails.',
    '模型变差：ROC AUC 0.842 → 0.817，−0.025 [−0.041, −0.009]，超过允许的 0.02。另有 1 项指标未通过。',
  ],
  'title: an error rises': [
    'The model got worse: MAE 38.2 → 44.9, +6.7 [+4.6, +8.8], larger than the 1.9 allowed.',
    '模型变差：MAE 38.2 → 44.9，+6.7 [+4.6, +8.8]，超过允许的 1.9。',
  ],
  'title: worse in the last chunks only': [
    'The model got worse since April 2019: recall 0.710 → 0.630, −0.080 [−0.110, −0.050] from then on, larger than the 0.02 allowed.',
    '模型自2019年4月起变差：此后召回率 0.710 → 0.630，−0.080 [−0.110, −0.050]，超过允许的 0.02。',
  ],
  'title: a failure that is over': [
    'Mixed: ROC AUC is not significantly worse (0.8420 → 0.8380, −0.0040 [−0.0200, +0.0120]), but accuracy failed in the 3 months December 2018 to February 2019 (0.703 in January 2019 against 0.831 in reference) and recovered in March 2019.',
    '结果不一：ROC AUC 未显著变差（0.8420 → 0.8380，−0.0040 [−0.0200, +0.0120]），但准确率：在 2018年12月至 2019年2月的 3 个月未达标（2019年1月为 0.703，参考数据中为 0.831），2019年3月恢复。',
  ],
  'title: the measure of the headline failed for a time': [
    'The model was worse for a time: ROC AUC failed in the 3 months December 2018 to February 2019 (0.703 in January 2019 against 0.842 in reference) and recovered in March 2019. Over the whole of current: 0.842 → 0.830, −0.012 [−0.028, +0.004].',
    '模型曾一度变差：ROC AUC：在 2018年12月至 2019年2月的 3 个月未达标（2019年1月为 0.703，参考数据中为 0.842），2019年3月恢复。就整个当前数据而言：0.842 → 0.830，−0.012 [−0.028, +0.004]。',
  ],
  'title: better, the share of errors rose by the mix': [
    'The model is better: MAE 846 → 775, −71 [−104, −38]. MAPE rose by the mix of targets alone: 0.233 → 0.247, +0.014 [+0.007, +0.021]; at targets of equal size −0.012.',
    '模型变好：MAE 846 → 775，−71 [−104, −38]。MAPE 的上升仅由目标构成变化所致：0.233 → 0.247，+0.014 [+0.007, +0.021]；目标大小相同时为 −0.012。',
  ],
  'title: labels end, the reference lacks a season': [
    'The reference lacks October to January: these months can differ by season alone. Labels end in March 2019: what came after is not measured. No measure got significantly worse; a change of 0.0101 in ROC AUC would have been seen. Like for like (May and June): ROC AUC 0.840 → 0.850, +0.010 [−0.002, +0.022].',
    '参考数据不含十月至一月：这些月份可能仅因季节而不同。标签止于2019年3月：其后的数据未作度量。没有指标显著变差；若 ROC AUC 变差 0.0101，应能发现。同月比较（五月 和 六月）：ROC AUC 0.840 → 0.850，+0.010 [−0.002, +0.022]。',
  ],
  'title: a limit on what has no value': [
    'A limit cannot be kept: accuracy is not defined: there are no predictions.',
    '无法满足限值：准确率没有定义：没有预测。',
  ],
  'title: chosen by its fit': [
    'Taken as the target: is_canceled (ROC AUC 0.82); next would be is_repeated_guest (ROC AUC 0.71). No measure got significantly worse; a change of 0.0203 in ROC AUC would have been seen.',
    '视为目标的列：is_canceled（ROC AUC 0.82）；其次为 is_repeated_guest（ROC AUC 0.71）。没有指标显著变差；若 ROC AUC 变差 0.0203，应能发现。',
  ],
  'title: below a floor, alone': [
    'The model misses its limit: ROC AUC is 0.760 [0.753, 0.767], below the 0.78 you ask for.',
    '模型未达到限值：ROC AUC 为 0.760 [0.753, 0.767]，低于您要求的 0.78。',
  ],
  'title: above a ceiling, and worse': [
    'The model got worse: MAE 38.2 → 44.9, +6.7 [+4.6, +8.8], above the 40 you allow.',
    '模型变差：MAE 38.2 → 44.9，+6.7 [+4.6, +8.8]，高于您允许的 40。',
  ],
  'title: all fine': [
    'No measure got significantly worse; a change of 0.0114 in ROC AUC would have been seen.',
    '没有指标显著变差；若 ROC AUC 变差 0.0114，应能发现。',
  ],
  'title: a certain small drop within the allowed': [
    'No measure got worse by more than is allowed; ROC AUC a little, for certain: 0.8420 → 0.8340, −0.0080 [−0.0120, −0.0040] (0.02 is allowed).',
    '没有指标的变差超过允许范围；ROC AUC 确有小幅变差：0.8420 → 0.8340，−0.0080 [−0.0120, −0.0040]（允许 0.02）。',
  ],
  'title: a big drop that may be chance': [
    'Cannot tell whether recall got worse: 0.710 → 0.660, −0.050 [−0.140, +0.040]; about 880 labelled rows would tell.',
    '无法判断召回率是否变差：0.710 → 0.660，−0.050 [−0.140, +0.040]；约需 880 行有标签的数据才能判断。',
  ],
  'title: one may be worse, others hold': [
    'No measure is certainly worse, but recall may be: 0.710 → 0.660, −0.050 [−0.140, +0.040]; about 880 labelled rows would tell.',
    '没有指标确定变差，但召回率可能变差：0.710 → 0.660，−0.050 [−0.140, +0.040]；约需 880 行有标签的数据才能判断。',
  ],
  'title: reference too small': [
    'Cannot tell whether recall got worse: 0.710 → 0.660, −0.050 [−0.140, +0.040].',
    '无法判断召回率是否变差：0.710 → 0.660，−0.050 [−0.140, +0.040]。',
  ],
  'title: tiny n': [
    'Cannot tell whether the model got worse: too few labelled rows (about 4,400 would tell).',
    '无法判断模型是否变差：有标签的行太少（约需 4,400 行）。',
  ],
  'title: improved': [
    'The model is better: ROC AUC 0.817 → 0.842, +0.025 [+0.009, +0.041].',
    '模型变好：ROC AUC 0.817 → 0.842，+0.025 [+0.009, +0.041]。',
  ],
  'title: two improved, one untold': [
    'The model is better: ROC AUC 0.817 → 0.842, +0.025 [+0.009, +0.041]. For log loss there are too few labelled rows to tell.',
    '模型变好：ROC AUC 0.817 → 0.842，+0.025 [+0.009, +0.041]。对于对数损失，有标签的行太少，无法判断。',
  ],
  'title: no labels, as in reference': [
    'No labels. ROC AUC is estimated at 0.960 [0.950, 0.970], as in reference (0.963).',
    '没有标签。ROC AUC 估计为 0.960 [0.950, 0.970]，与参考数据相当（0.963）。',
  ],
  'title: no labels, estimate fell': [
    'No labels. ROC AUC is estimated at 0.860 [0.840, 0.880], worse than in reference (0.963; by chance 0.958 to 0.968).',
    '没有标签。ROC AUC 估计为 0.860 [0.840, 0.880]，差于参考数据（0.963；随机波动范围 0.958 至 0.968）。',
  ],
  'title: no labels, estimate refused': [
    'No labels, and performance cannot be estimated: reference has fewer than 200 labelled rows.',
    '没有标签，也无法估计性能：参考数据中有标签的行不足 200 行。',
  ],
  'title: no labels, no reference': [
    'No labels and no reference: only what the predictions look like can be shown.',
    '既无标签也无参考数据：只能展示预测本身的情况。',
  ],
  'title: no labels, a ranking': ['No labels: how well the model does cannot be measured.', '没有标签：无法衡量模型的表现。'],
  'title: no reference': [
    'ROC AUC 0.842 [0.835, 0.849] and accuracy 0.930 [0.923, 0.937]; no reference to compare with.',
    'ROC AUC 0.842 [0.835, 0.849] 和 准确率 0.930 [0.923, 0.937]；没有参考数据可供比较。',
  ],
  'title: reference without labels': [
    'Recall 0.710 [0.703, 0.717]; reference has no labels to compare with.',
    '召回率 0.710 [0.703, 0.717]；参考数据没有标签，无从比较。',
  ],
  'title: limits kept, no reference': ['Limits are kept: ROC AUC 0.842 [0.835, 0.849].', '限值得到满足：ROC AUC 0.842 [0.835, 0.849]。'],
  'title: limits perhaps kept': [
    'Limits are kept, but not for certain: ROC AUC 0.783 [0.776, 0.790].',
    '限值得到满足，但并不确定：ROC AUC 0.783 [0.776, 0.790]。',
  ],
  'title: nothing defined': ['No measure could be computed.', '没有任何指标可以计算。'],
  'title: with drift': [
    'The model got worse: ROC AUC 0.842 → 0.817, −0.025 [−0.041, −0.009], larger than the 0.02 allowed, since February 2019. a moved enough to matter.',
    '模型变差：ROC AUC 0.842 → 0.817，−0.025 [−0.041, −0.009]，超过允许的 0.02（自2019年2月起）。a 发生了不可忽视的漂移。',
  ],
  'title: identical files': [
    'No measure got significantly worse; a change of 0.020 in recall would have been seen. Reference and current hold the same content: no column moved.',
    '没有指标显著变差；若召回率变差 0.020，应能发现。参考数据与当前数据内容相同：没有列漂移。',
  ],
  'measure: worse, since': [
    '▲ worse | ROC AUC got worse: 0.842 → 0.817, −0.025 [−0.041, −0.009]; 0.02 is allowed. It has been worse since February 2019.',
    '▲ 变差 | ROC AUC 变差：0.842 → 0.817，−0.025 [−0.041, −0.009]；允许 0.02。自2019年2月起持续处于较差水平。',
  ],
  'measure: one class': [
    '– not defined | ROC AUC is not defined: all labels are of one class.',
    '– 没有定义 | ROC AUC 没有定义：所有标签属于同一类别。',
  ],
  'measure: nothing predicted positive': [
    '– not defined | Precision is not defined: nothing is predicted positive.',
    '– 没有定义 | 精确率没有定义：没有被预测为正类的行。',
  ],
  'measure: a target of zero': [
    '– not defined | MAPE is not defined: the target is 0 in some rows.',
    '– 没有定义 | MAPE 没有定义：目标在某些行中为 0。',
  ],
  'measure: scores outside 0 to 1': [
    '– not defined | Log loss is not defined: scores lie outside 0 to 1.',
    '– 没有定义 | 对数损失没有定义：得分不在 0 到 1 之间。',
  ],
  'measure: held': [
    '✓ ok | Accuracy is not significantly worse: 0.9300 → 0.9280, −0.0020 [−0.0080, +0.0040]; a change of 0.0076 would have been seen.',
    '✓ 正常 | 准确率未显著变差：0.9300 → 0.9280，−0.0020 [−0.0080, +0.0040]；若变差 0.0076，应能发现。',
  ],
  'measure: too few rows': [
    '? cannot tell | Cannot tell for accuracy: 0.9300 → 0.9310, +0.0010 [−0.0490, +0.0510]; a change of 0.02 could go unseen at these rows. About 1,300 labelled rows would tell.',
    '? 无法判断 | 无法判断准确率：0.9300 → 0.9310，+0.0010 [−0.0490, +0.0510]；在这样的行数下，0.02 的变化可能不会被发现。约需 1,300 行有标签的数据才能判断。',
  ],
  'measure: improved error': [
    '✓ improved | RMSE improved: 51.3 → 42.1, −9.2 [−12.4, −6.0].',
    '✓ 改善 | RMSE 有所改善：51.3 → 42.1，−9.2 [−12.4, −6.0]。',
  ],
  'measure: neither way is better': [
    '– not judged | Mean error: 0.40 in reference, −1.20 [−1.80, −0.60] in current; neither way is better, so it is not judged.',
    '– 不做判断 | 平均误差：参考数据 0.40，当前数据 −1.20 [−1.80, −0.60]；高低无所谓好坏，因此不做判断。',
  ],
  'measure: a ranking': [
    '▲ worse | NDCG@10 got worse: 0.412 → 0.377, −0.035 [−0.055, −0.015]; 0.02 is allowed.',
    '▲ 变差 | NDCG@10 变差：0.412 → 0.377，−0.035 [−0.055, −0.015]；允许 0.02。',
  ],
  'measure: limit kept': [
    '✓ ok | MAE is 38.2 [36.8, 39.6], as you ask for (at most 40).',
    '✓ 正常 | MAE 为 38.2 [36.8, 39.6]，符合您的要求（至多 40）。',
  ],
  'performance: some of each': [
    'ROC AUC got worse: 0.842 → 0.817, −0.025 [−0.041, −0.009]; 0.02 is allowed. It has been worse since February 2019. Improved: F1. Not significantly worse: accuracy. Too few labelled rows to tell: log loss. Not defined: Brier score. Intervals are 95 %; rows count as independent.',
    'ROC AUC 变差：0.842 → 0.817，−0.025 [−0.041, −0.009]；允许 0.02。自2019年2月起持续处于较差水平。改善：F1。未显著变差：准确率。有标签的行太少，无法判断：对数损失。没有定义：Brier 分数。区间为 95%；各行视为相互独立。',
  ],
  'predictions: binary, some labels': [
    'Binary classification: y_pred predicts churned. The score is p_churn. “yes” counts as positive, predicted from a score of 0.5 on. 10,000 rows of current, 1,200 labelled (12\u202f%).',
    '二分类：y_pred 预测 churned。得分为 p_churn。“yes” 视为正类，得分达到 0.5 即预测为正类。当前数据 10,000 行，其中 1,200 行有标签（12%）。',
  ],
  'predictions: twelve classes': [
    'Classification into several classes: y_pred predicts churned. 12 columns hold the scores of the classes. 12 classes. 10,000 rows of current, all labelled.',
    '多分类：y_pred 预测 churned。12 列存放各类别的得分。共 12 个类别。当前数据 10,000 行，均有标签。',
  ],
  'evidence: a copy of the score': ['y_pred: a copy of the score cut at 0.5', 'y_pred：由得分在 0.5 处切分而来'],
  'evidence: agrees': ['repaid: it agrees with the prediction (Cohen’s kappa 0.89)', 'repaid：与预测一致（Cohen κ 系数 0.89）'],
  'estimate: as in reference': [
    'ROC AUC is estimated at 0.960 [0.950, 0.970], as in reference (0.963). It holds as long as a score means the same as in reference: a changed relation of columns and target cannot be seen without labels.',
    'ROC AUC 估计为 0.960 [0.950, 0.970]，与参考数据相当（0.963）。该估计的前提是得分的含义与参考数据一致：没有标签就无法发现各列与目标之间关系的变化。',
  ],
  'estimate: better': [
    'ROC AUC is estimated at 0.980 [0.975, 0.985], better than in reference (0.963; by chance 0.958 to 0.968). It holds as long as a score means the same as in reference: a changed relation of columns and target cannot be seen without labels.',
    'ROC AUC 估计为 0.980 [0.975, 0.985]，优于参考数据（0.963；随机波动范围 0.958 至 0.968）。该估计的前提是得分的含义与参考数据一致：没有标签就无法发现各列与目标之间关系的变化。',
  ],
  'estimate: a column leaves what reference has seen': [
    'ROC AUC is estimated at 0.960 [0.950, 0.970], as in reference (0.963). In 30\u202f% of rows km_driven holds values that reference has never seen, of which the estimate knows nothing. It holds as long as a score means the same as in reference: a changed relation of columns and target cannot be seen without labels.',
    'ROC AUC 估计为 0.960 [0.950, 0.970]，与参考数据相当（0.963）。在 30% 的行中，km_driven 的值从未出现在参考数据中，估计对这些行一无所知。该估计的前提是得分的含义与参考数据一致：没有标签就无法发现各列与目标之间关系的变化。',
  ],
  'estimate: with labels, below the band': [
    'ROC AUC is estimated at 0.960 [0.950, 0.970], as in reference (0.963). By the labels it is 0.910, below the band: the relation of columns and target may have changed. In 7 of 10 chunks with labels the true value lay within the band. The labels of 2 chunks are still out. It holds as long as a score means the same as in reference: a changed relation of columns and target cannot be seen without labels.',
    'ROC AUC 估计为 0.960 [0.950, 0.970]，与参考数据相当（0.963）。按标签计算为 0.910，低于估计区间：各列与目标之间的关系可能已经改变。在 10 个有标签的分块中，有 7 个的真实值落在估计区间之内。还有 2 个分块的标签未到。该估计的前提是得分的含义与参考数据一致：没有标签就无法发现各列与目标之间关系的变化。',
  ],
  'estimate: refused, errors cannot be foreseen': [
    'Performance is not estimated without labels: the columns say nothing of how large an error is.',
    '未做无标签性能估计：各列无法说明误差的大小。',
  ],
  'estimate: refused for the whole': [
    'ROC AUC is not estimated: more than 5 % of current lies where reference has no rows.',
    '未估计 ROC AUC：当前数据超过 5% 的行处于参考数据没有覆盖的区域。',
  ],
  'slices: worst': [
    'Worst, and most harmful, where city is Lyon and plan is free (4.0\u202f% of rows): 31\u202f% wrong [27, 36] against 12\u202f% elsewhere. Were it as good as the rest, 20\u202f% of all errors would be gone. 120 slices were looked at; over all rows: 13\u202f% wrong.',
    '表现最差、影响也最大的是 city 为 Lyon 且 plan 为 free 时（占 4.0% 的行）：错误率 31% [27, 36]，其余为 12%。若它与其余部分一样好，全部错误将减少 20%。共检查 120 个切片；全部行：错误率 13%。',
  ],
  'slices: none': [
    '120 slices were looked at; over all rows: 13\u202f% wrong. None is worse than the rest beyond chance and by enough to matter.',
    '共检查 120 个切片；全部行：错误率 13%。没有切片比其余部分差到超出偶然且不可忽视的程度。',
  ],
  'slice: missing and a range': [
    'Where plan is missing and age is above 60 (4.0\u202f% of rows): 31\u202f% wrong [27, 36] against 12\u202f% elsewhere. Were it as good as the rest, 20\u202f% of all errors would be gone. In reference: 20\u202f%.',
    '当 plan 缺失且 age 大于 60 时（占 4.0% 的行）：错误率 31% [27, 36]，其余为 12%。若它与其余部分一样好，全部错误将减少 20%。参考数据中：20%。',
  ],
  'slice: fell, absolute error': [
    'Where age is in (18, 25] (4.0\u202f% of rows): mean absolute error 52.3 against 41.2 in reference (+11.1; elsewhere +1.3).',
    '当 age 在 (18, 25] 内时（占 4.0% 的行）：平均绝对误差 52.3，参考数据为 41.2（+11.1；其余 +1.3）。',
  ],
  'fairness: below four fifths': [
    'Predicted positive by sex: F 21\u202f%, M 31\u202f%, ratio 0.68, below four fifths.',
    '按 sex 划分的正类预测率：F 21%，M 31%，比值 0.68，低于五分之四。',
  ],
  'fairness: fine, one group left out': [
    'Predicted positive by sex: F 29\u202f%, M 31\u202f%, ratio 0.94, not below four fifths. Of the positives 14.0 [9.0, 19.0] points more are found in one group than in another. 1 group is left out of a gap: it has too few rows, or a rate is not defined in it.',
    '按 sex 划分的正类预测率：F 29%，M 31%，比值 0.94，不低于五分之四。各组对正类的识别率最多相差 14.0 [9.0, 19.0] 个百分点。有 1 个组未计入某项差距：行数太少，或某个比率在其中没有定义。',
  ],
  'attribution: more weak rows': [
    'Errors went from 8.0\u202f% to 12\u202f% of rows (+4.1 points). Of this +3.2 points come from more rows in groups of salary_range where the model was weaker already, +0.9 points from the model being worse within groups. The evidence reads as a covariate shift: the inputs changed, and the target depends on them as before.',
    '出错的行占比由 8.0% 变为 12%（+4.1 个百分点）。其中 +3.2 个百分点来自 salary_range 中模型原本就较差的组行数增多，+0.9 个百分点来自模型在各组内变差。证据符合协变量漂移：输入变了，而目标对输入的依赖关系与之前一致。',
  ],
  'attribution: a concept shift': [
    'Errors went from 8.0\u202f% to 12\u202f% of rows (+4.1 points). The evidence reads as a concept shift: rows with the same prediction have another outcome than in reference.',
    '出错的行占比由 8.0% 变为 12%（+4.1 个百分点）。证据符合概念漂移：预测相同的行，其结果与参考数据不同。',
  ],
  'attribution: a change that may be chance': [
    'Errors went from 8.0\u202f% to 8.3\u202f% of rows (+0.3 points), which may be chance. Neither inputs, nor labels, nor the relation of prediction and target changed beyond chance.',
    '出错的行占比由 8.0% 变为 8.3%（+0.3 个百分点），可能出于偶然。输入、标签以及预测与目标的关系，其变化均未超出偶然范围。',
  ],
  'attribution: cannot tell': [
    'Errors went from 8.0\u202f% to 12\u202f% of rows (+4.1 points). Of this +3.2 points come from more rows in groups of salary_range where the model was weaker already, +0.9 points from the model being worse within groups. How the drift reads cannot be told: there are too few labels.',
    '出错的行占比由 8.0% 变为 12%（+4.1 个百分点）。其中 +3.2 个百分点来自 salary_range 中模型原本就较差的组行数增多，+0.9 个百分点来自模型在各组内变差。无法判断漂移的类型：标签太少。',
  ],
  'finding: a drop': [
    'ROC AUC got worse: 0.842 → 0.817, −0.025 [−0.041, −0.009]; 0.02 is allowed. It has been worse since February 2019.',
    'ROC AUC 变差：0.842 → 0.817，−0.025 [−0.041, −0.009]；允许 0.02。自2019年2月起持续处于较差水平。',
  ],
  'finding: a limit': ['MAE is 44.9 [43.5, 46.3], above the 40 you allow.', 'MAE 为 44.9 [43.5, 46.3]，高于您允许的 40。'],
  'finding: calibration without a reference': [
    'Scores are off by 8.0\u202f% on average from what was observed (5.0\u202f% or more is told).',
    '得分与实际平均相差 8.0%（达到 5.0% 即提示）。',
  ],
  'finding: an estimate': [
    'ROC AUC is estimated at 0.860 [0.840, 0.880], worse than in reference (0.963; by chance 0.958 to 0.968).',
    'ROC AUC 估计为 0.860 [0.840, 0.880]，差于参考数据（0.963；随机波动范围 0.958 至 0.968）。',
  ],
  'finding: a slice': [
    'Where city is Lyon and plan is free (4.0\u202f% of rows): 31\u202f% wrong [27, 36] against 12\u202f% elsewhere. Were it as good as the rest, 20\u202f% of all errors would be gone.',
    '当 city 为 Lyon 且 plan 为 free 时（占 4.0% 的行）：错误率 31% [27, 36]，其余为 12%。若它与其余部分一样好，全部错误将减少 20%。',
  ],
  'note: no labels': [
    '· Current has no labels (churned is empty): measures cannot be computed, at most estimated.',
    '· 当前数据没有标签（churned 为空）：无法计算指标，至多只能估计。',
  ],
  'note: some labels missing': [
    '· 300 rows of current (3.0\u202f%) have no label and are left out of the measures.',
    '· 当前数据有 300 行（3.0%）没有标签，未计入指标。',
  ],
  'note: scores outside': [
    '◐ 12 scores in current (0.12\u202f%) lie outside 0 to 1: measures that take scores as probabilities are not computed.',
    '◐ 当前数据中有 12 个得分（0.12%）不在 0 到 1 之间：不计算把得分当作概率的指标。',
  ],
  'note: constant prediction': ['◐ Every prediction in current is the same.', '◐ 当前数据的所有预测都相同。'],
  'note: labels written differently': [
    '◐ No value of churned occurs in y_pred (current): labels and predictions seem to be written differently.',
    '◐ churned 的取值都未出现在 y_pred 中（当前数据）：标签与预测的写法似乎不同。',
  ],
};
