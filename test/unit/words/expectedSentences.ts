/** What is said in each situation, in English and in Chinese: every sentence was read, and can be signed by a statistician. */
export const expectedSentences: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  'title: three moved, one first': [
    '3 of 9 columns moved enough to matter; the first, repaid, in May 2019.',
    '9 列中有 3 列发生了不可忽视的漂移；最早的是 repaid（2019年5月）。',
  ],
  'title: all from the same month on': [
    '2 of 3 columns moved enough to matter, all of them since June 2019.',
    '3 列中有 2 列均自2019年6月起发生了不可忽视的漂移。',
  ],
  'title: two of three first': [
    '3 of 3 columns moved enough to matter; the first, in June 2019: a and b.',
    '3 列中有 3 列发生了不可忽视的漂移；最早的（2019年6月）是 a 和 b。',
  ],
  'title: without time': ['2 of 9 columns moved enough to matter, most of all b.', '9 列中有 2 列发生了不可忽视的漂移，最严重的是 b。'],
  'title: one of nine, since': [
    '1 of 9 columns moved enough to matter: a, since June 2019.',
    '9 列中有 1 列发生了不可忽视的漂移：a（自2019年6月起）。',
  ],
  'title: one of nine, in one month only': [
    '1 of 9 columns moved enough to matter in a part of current: a, in January 2019 only.',
    '9 列中有 1 列在部分当前数据中发生了不可忽视的漂移：a（仅2019年1月）。',
  ],
  'title: one broken day': [
    '1 of 9 columns moved enough to matter: a broke on 4 Mar 2019.',
    '9 列中有 1 列发生了不可忽视的漂移：a 2019年3月4日数据异常。',
  ],
  'title: a stray day does not lead': [
    '2 of 4 columns moved enough to matter; the first, b, in June 2019.',
    '4 列中有 2 列发生了不可忽视的漂移；最早的是 b（2019年6月）。',
  ],
  'title: single column': ['a moved enough to matter.', 'a 发生了不可忽视的漂移。'],
  'title: single column, every month': ['a moved enough to matter, in all 4 months.', 'a 在全部 4 个月发生了不可忽视的漂移。'],
  'title: missing values only': [
    '1 of 9 columns changed enough to matter: a, missing values 2\u202f% → 14\u202f%.',
    '9 列中有 1 列发生了不可忽视的变化：a，缺失值占比 2% → 14%。',
  ],
  'title: nothing moved': [
    'No column moved beyond its limit: a move of 5\u202f% of rows would have been seen in all 9.',
    '所有列的漂移均未超过阈值：全部 9 列中，任一列若有 5% 的行漂移，都应能检出。',
  ],
  'title: nothing moved, single column': [
    'steady_1 did not move beyond its limit: a move of 5\u202f% of rows would have been seen.',
    'steady_1 的漂移未超过阈值：若有 5% 的行漂移，应能检出。',
  ],
  'title: to watch': ['No alert in 9 columns; 2 to watch: a and b.', '9 列均无告警；2 列需要关注：a 和 b。'],
  'title: to watch, and too few rows': [
    'No alert in 9 columns; 1 to watch: a. For 1 there are too few rows to tell.',
    '9 列均无告警；1 列需要关注：a。另有 1 列行数太少，无法判断。',
  ],
  'title: cannot tell for some': [
    'Cannot tell for 4 of 9 columns: too few rows (about 600 rows of current would do).',
    '9 列中有 4 列无法判断：行数太少（当前数据约需 600 行）。',
  ],
  'title: cannot tell for any': [
    'Cannot tell for any of the 2 columns: too few rows (about 600 rows of current would do).',
    '2 列均无法判断：行数太少（当前数据约需 600 行）。',
  ],
  'title: far too few rows': [
    'Cannot tell for any of the 2 columns: too few rows (at least 30 on each side are needed).',
    '2 列均无法判断：行数太少（每侧至少需要 30 行）。',
  ],
  'title: reference too small': ['Cannot tell for 1 of 2 columns: too few rows.', '2 列中有 1 列无法判断：行数太少。'],
  'title: nothing tested': ['None of the 2 columns could be tested.', '2 列均无法检验。'],
  'title: a column is gone': [
    'No column moved beyond its limit: a move of 5\u202f% of rows would have been seen in all 8. a is missing in current.',
    '所有列的漂移均未超过阈值：全部 8 列中，任一列若有 5% 的行漂移，都应能检出。当前数据缺少 a。',
  ],
  'title: same file': [
    'Reference and current are the same file: no column can have moved.',
    '参考数据与当前数据是同一个文件：不可能有列漂移。',
  ],
  'column: higher': [
    'Values are higher: median 22,300 → 27,900 (+25\u202f%). About 18\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001).',
    '取值偏高：中位数 22,300 → 27,900 (+25%)。约 18% 的行发生漂移（阈值 5%，q <\u00a00.0001）。',
  ],
  'column: higher, over the limit at the end': [
    'Values are higher: median 22,300 → 27,900 (+25\u202f%). About 18\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001). Over the limit since June 2019. It came at once.',
    '取值偏高：中位数 22,300 → 27,900 (+25%)。约 18% 的行发生漂移（阈值 5%，q <\u00a00.0001）。自2019年6月起超过阈值。变化是突然出现的。',
  ],
  'column: lower, median the same': [
    'Values are lower: mean 5.6 → 5.1 (−8.9\u202f%), median 5 on both sides. About 18\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001).',
    '取值偏低：均值 5.6 → 5.1 (−8.9%)，两侧中位数均为 5。约 18% 的行发生漂移（阈值 5%，q <\u00a00.0001）。',
  ],
  'column: more spread out': [
    'Values are more spread out: the interquartile range went 10 → 14 (+40\u202f%). About 10\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001).',
    '取值更分散：四分位距 10 → 14 (+40%)。约 10% 的行发生漂移（阈值 5%，q <\u00a00.0001）。',
  ],
  'column: shape': [
    'Values are distributed differently: the median, 0.50 → 0.55, and the spread moved little. About 18\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001).',
    '取值分布形状不同：中位数（0.50 → 0.55）与离散程度变化都不大。约 18% 的行发生漂移（阈值 5%，q <\u00a00.0001）。',
  ],
  'column: category more frequent': [
    '“visa” is more frequent: 41\u202f% → 55\u202f% of values. About 14\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001).',
    '“visa” 增多：占比 41% → 55%。约 14% 的行发生漂移（阈值 5%，q <\u00a00.0001）。',
  ],
  'column: new category': [
    '“visa” is new: 0\u202f% → 12\u202f% of values. About 12\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001).',
    '“visa” 是新类别：占比 0% → 12%。约 12% 的行发生漂移（阈值 5%，q <\u00a00.0001）。',
  ],
  'column: category gone': [
    '“visa” is gone: 12\u202f% → 0\u202f% of values. About 12\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001).',
    '“visa” 已消失：占比 12% → 0%。约 12% 的行发生漂移（阈值 5%，q <\u00a00.0001）。',
  ],
  'column: flag': [
    'true is more frequent: 41\u202f% → 55\u202f% of values. About 14\u202f% of rows moved (limit 5\u202f%, q <\u00a00.0001).',
    'true 增多：占比 41% → 55%。约 14% 的行发生漂移（阈值 5%，q <\u00a00.0001）。',
  ],
  'column: missing values alert, values calm': [
    'Missing values: 2\u202f% → 14\u202f% of rows (q <\u00a00.0001). No move seen among the values present; a move of 5\u202f% of rows would have been.',
    '缺失值占比：2% → 14%（q <\u00a00.0001）。非缺失值中未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'column: missing values changed under the limit': [
    'Missing values: 2\u202f% → 5\u202f% of rows, for certain, but a change under the limit of 5\u202f%. No move seen among the values present; a move of 5\u202f% of rows would have been.',
    '缺失值占比：2% → 5%，变化确定，但低于阈值 5%。非缺失值中未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'column: in chunks only': [
    'Moved in 2 of 10 months, first in December 2018. Most of all in December 2018: about 16\u202f% of rows (limit 5\u202f%, p = 0.0010; of the column q = 0.70). Its median there: 22,300 → 27,900 (+25\u202f%). Over the whole of current: < 1\u202f% of rows (limit 5\u202f%).',
    '在 10 个月中的 2 个月（最早为2018年12月）发生漂移。2018年12月最为明显：约 16% 的行（阈值 5%，p = 0.0010；整列 q = 0.70）。该分块的中位数：22,300 → 27,900 (+25%)。就当前数据整体而言：< 1% 的行（阈值 5%）。',
  ],
  'column: watch of chunks': [
    'May have moved in 2 chunks. Most of all in December 2018: about 16\u202f% of rows (limit 5\u202f%), p = 0.0010 by itself, but q = 0.21 for the column among the 9 columns tested, so it can be chance. Its median there: 22,300 → 27,900 (+25\u202f%). Over the whole of current: < 1\u202f% of rows (limit 5\u202f%).',
    '有 2 个分块可能发生了漂移。2018年12月最为明显：约 16% 的行（阈值 5%），单独看 p = 0.0010，但该列在 9 个受检列中校正后 q = 0.21，可能只是偶然。该分块的中位数：22,300 → 27,900 (+25%)。就当前数据整体而言：< 1% 的行（阈值 5%）。',
  ],
  'column: one broken day': [
    'Broken on 4 Mar 2019: 83\u202f% of its rows moved (q <\u00a00.0001). Over the whole of current: < 1\u202f% of rows (limit 5\u202f%).',
    '2019年3月4日数据异常：其 83% 的行发生漂移（q <\u00a00.0001）。就当前数据整体而言：< 1% 的行（阈值 5%）。',
  ],
  'column: missing values in one month': [
    'Missing values: 2\u202f% → 40\u202f% of rows in January 2019 (q <\u00a00.0001). No move seen among the values present; a move of 5\u202f% of rows would have been.',
    '缺失值占比：2019年1月 2% → 40%（q <\u00a00.0001）。非缺失值中未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'column: watch': [
    'About 7\u202f% of rows may have moved (limit 5\u202f%): p = 0.020 by itself, but q = 0.21 among the 9 columns tested, so it can be chance.',
    '约 7% 的行可能发生了漂移（阈值 5%）：单独看 p = 0.020，但在 9 个受检列中校正后 q = 0.21，可能只是偶然。',
  ],
  'column: moved under the limit': [
    'Values are higher: median 22,300 → 22,900 (+2.7\u202f%). About 4\u202f% of rows moved: certain, but under the limit of 5\u202f%.',
    '取值偏高：中位数 22,300 → 22,900 (+2.7%)。约 4% 的行发生漂移：确定，但低于阈值 5%。',
  ],
  'column: moved a very little': [
    'Less than 1\u202f% of rows moved: certain, but under the limit of 5\u202f%.',
    '不到 1% 的行发生漂移：确定，但低于阈值 5%。',
  ],
  'column: no move seen': ['No move seen; a move of 5\u202f% of rows would have been.', '未见漂移；若有 5% 的行漂移，应能检出。'],
  'column: cannot tell': [
    'No move seen, but cannot tell below 12\u202f% of rows (limit 5\u202f%). About 600 rows of current would be needed (there are 120).',
    '未见漂移，但低于 12% 的漂移无法判断（阈值 5%）。当前数据约需 600 行（现有 120 行）。',
  ],
  'column: as far as days of the reference differ': [
    'What moved is no more than days of the reference differ among themselves. No move would have been told from that, however large. No number of current rows would do: the days of the reference are too few, or differ too much among themselves.',
    '变动不超过参考数据各天之间的差异。再大的漂移也无法与此区分。当前数据的行数再多也不够：参考数据的天数太少，或各天之间差异太大。',
  ],
  'column: as far as chance gives': [
    'What moved is no more than chance gives at these sizes. A move of 5\u202f% of rows would have been seen.',
    '变动不超过该样本量下的偶然波动。若有 5% 的行发生漂移，应能检出。',
  ],
  'cell: as far as days of the reference differ': ['as days differ', '与日间差异相当'],
  'cell: as far as chance gives': ['as by chance', '与偶然波动相当'],
  'cell: certain, and next to nothing': ['<\u00a01\u202f%', '<\u00a01%'],
  'cell: nothing moved': ['0\u202f%', '0%'],
  'column: no move seen, categories': [
    'No move seen; one of 5\u202f% of rows, spread over the categories, would have been.',
    '未见漂移；若有 5% 的行漂移且分散在各类别上，应能检出。',
  ],
  'column: reference too small to tell': [
    'No move seen, but cannot tell below 12\u202f% of rows (limit 5\u202f%). No number of current rows would do: the reference has too few rows. About 4 times as many rows on both sides would.',
    '未见漂移，但低于 12% 的漂移无法判断（阈值 5%）。当前数据的行数再多也不够：参考数据行数太少。两侧行数各增至约 4 倍方可。',
  ],
  'column: days of the reference too few to tell': [
    'No move seen, but cannot tell below 12\u202f% of rows (limit 5\u202f%). No number of current rows would do: the days of the reference are too few, or differ too much among themselves. About 4 times as many rows on both sides would.',
    '未见漂移，但低于 12% 的漂移无法判断（阈值 5%）。当前数据的行数再多也不够：参考数据的天数太少，或各天之间差异太大。两侧行数各增至约 4 倍方可。',
  ],
  'column: nothing would have been seen': [
    'No move seen, but none would have been, however large. No number of current rows would do: the days of the reference are too few, or differ too much among themselves.',
    '未见漂移，但再大的漂移也无法检出。当前数据的行数再多也不够：参考数据的天数太少，或各天之间差异太大。',
  ],
  'column: too few days': [
    'Cannot tell: the reference has values on too few days (or hours, or groups) to know how they differ; give more of them, or compare without time and group if rows are independent.',
    '无法判断：参考数据中有值的天数（或小时、组）太少，无从得知它们之间的差异；请提供更多，或者在各行独立时不按时间和分组比较。',
  ],
  'column: too few rows': [
    'Cannot tell: 400 usable rows in reference and 12 in current; at least 30 on each side are needed.',
    '无法判断：参考数据有 400 行可用，当前数据有 12 行可用；每侧至少需要 30 行。',
  ],
  'column: identifier': [
    'Not tested: the values identify rows, so new ones are no drift. Give the column another role to test it.',
    '未检验：该列的值用于标识行，出现新值不算漂移。如需检验，请为该列指定其他角色。',
  ],
  'column: no values any more': ['Not tested: current holds no value in this column.', '未检验：当前数据在该列没有任何值。'],
  'column: type changed': [
    'Not tested: the type is BIGINT in reference and VARCHAR in current.',
    '未检验：类型在参考数据中为 BIGINT，在当前数据中为 VARCHAR。',
  ],
  'status: since': ['▲ alert · since June 2019', '▲ 告警 · 自2019年6月起'],
  'status: since, and once before': ['▲ alert · since June 2019, and once before', '▲ 告警 · 自2019年6月起（此前另有 1 次）'],
  'status: in nearly all months': ['▲ alert · in 10 of 11 months', '▲ 告警 · 在 11 个月中的 10 个月'],
  'status: one broken day': ['▲ alert · on 4 Mar 2019', '▲ 告警 · 2019年3月4日'],
  'status: in the last month': ['▲ alert · in August 2019', '▲ 告警 · 2019年8月'],
  'status: in most months since': ['▲ alert · since March 2019, in 4 of 6 months', '▲ 告警 · 自2019年3月起，在 6 个月中的 4 个月'],
  'status: in some months': ['▲ alert · in 2 of 10 months, first in December 2018', '▲ 告警 · 在 10 个月中的 2 个月（最早为2018年12月）'],
  'status: since a week': ['▲ alert · since the week of 17 Jun 2019', '▲ 告警 · 自2019年6月17日当周起'],
  'status: on one day': ['▲ alert · on 5 Jun 2019 only', '▲ 告警 · 仅2019年6月5日'],
  'status: in one hour': ['▲ alert · in the hour from 3 Jun 02:00 only', '▲ 告警 · 仅6月3日 02:00 起的一小时'],
  'status: since rows': ['▲ alert · from row 10,001 on', '▲ 告警 · 自第 10,001 行起'],
  'status: cannot tell': ['? cannot tell below 12\u202f%', '? 12% 以下无法判断'],
  'status: not tested': ['– not tested: free text', '– 未检验：自由文本'],
  'drift: of everything something': [
    'In car_value, 18\u202f% of rows moved over all of current, most of all in June 2019 (16\u202f%); over the limit since June 2019. Values are higher: median 22,300 → 27,900 (+25\u202f%). In income, 16\u202f% of rows moved in January 2019 only, though not over the whole of current. To watch: tenure may have moved, but among 9 columns that can be chance. One column moved, but under its limit: length (4\u202f% of rows, limit 5\u202f%). In 4 other columns no move is seen; a move of 5\u202f% of rows would have been. Cannot tell for region (below 12\u202f%): smaller moves would not have been seen. About 600 rows of current would do. Not tested: id (identifier).',
    'car_value：就当前数据整体而言 18% 的行发生漂移，2019年6月最明显（16%）；自2019年6月起超过阈值。取值偏高：中位数 22,300 → 27,900 (+25%)。income：仅2019年1月有 16% 的行发生漂移，但当前数据整体未超过阈值。需要关注：tenure 可能发生了漂移，但在 9 列中这也可能是偶然。1 列有漂移但低于阈值：length（4% 的行，阈值 5%）。其余 4 列未见漂移；若有 5% 的行漂移，应能检出。无法判断 region（12% 以下）：更小的漂移无法检出。当前数据约需 600 行。未检验：id（标识列）。',
  ],
  'drift: nothing': [
    'No move is seen in any of the 9 columns; a move of 5\u202f% of rows would have been.',
    '9 列均未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'drift: five alerts': [
    'In a, 50\u202f% of rows moved. Values are higher: median 22,300 → 27,900 (+25\u202f%). In b, 40\u202f% of rows moved. Values are higher: median 22,300 → 27,900 (+25\u202f%). In c, 30\u202f% of rows moved. Values are higher: median 22,300 → 27,900 (+25\u202f%). 2 more columns moved enough to matter: d and e.',
    'a：50% 的行发生漂移。取值偏高：中位数 22,300 → 27,900 (+25%)。b：40% 的行发生漂移。取值偏高：中位数 22,300 → 27,900 (+25%)。c：30% 的行发生漂移。取值偏高：中位数 22,300 → 27,900 (+25%)。另有 2 列发生了不可忽视的漂移：d 和 e。',
  ],
  'drift: to watch in single chunks': [
    'To watch: a may have moved in single chunks, but among 9 columns that can be chance. In 2 other columns no move is seen; a move of 5\u202f% of rows would have been.',
    '需要关注：a 在个别分块中可能发生了漂移，但在 9 列中这也可能是偶然。其余 2 列未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'drift: one broken day': [
    'In a, 83\u202f% of rows moved on 4 Mar 2019 alone. In 2 other columns no move is seen; a move of 5\u202f% of rows would have been.',
    'a：仅2019年3月4日有 83% 的行发生漂移。其余 2 列未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'drift: as far as days of the reference differ': [
    'What moved in a and b is no more than days of the reference differ among themselves. Cannot tell for a (below 100\u202f%) and b (below 100\u202f%): smaller moves would not have been seen. No number of current rows would do: the days of the reference are too few, or differ too much among themselves.',
    'a 和 b 的变动不超过参考数据各天之间的差异。无法判断 a（100% 以下） 和 b（100% 以下）：更小的漂移无法检出。当前数据的行数再多也不够：参考数据的天数太少，或各天之间差异太大。',
  ],
  'drift: cannot tell, the days of the reference are the bound': [
    'In steady_1 no move is seen; a move of 5\u202f% of rows would have been. Cannot tell for a (below 12\u202f%) and b (below 30\u202f%): smaller moves would not have been seen. No number of current rows would do: the days of the reference are too few, or differ too much among themselves. Cannot tell for c (too few days or groups to know how they differ).',
    'steady_1 未见漂移；若有 5% 的行漂移，应能检出。无法判断 a（12% 以下） 和 b（30% 以下）：更小的漂移无法检出。当前数据的行数再多也不够：参考数据的天数太少，或各天之间差异太大。无法判断 c（天数或组太少，无从得知其差异）。',
  ],
  'drift: two days of reference only': [
    'The reference holds 2 days only: how days differ cannot be known, so rows are taken as independent; single chunks are not judged. No move is seen in any of the 2 columns; a move of 5\u202f% of rows would have been.',
    '参考数据只有 2 天：无从得知各天之间的差异，因此各行视为独立；不对单个分块下结论。2 列均未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'drift: missing values in one month': [
    'age: missing values went 2\u202f% → 40\u202f% of rows in January 2019. In steady_1 no move is seen; a move of 5\u202f% of rows would have been.',
    'age：2019年1月缺失值占比 2% → 40%。steady_1 未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'drift: missing values': [
    'age: missing values went 2\u202f% → 14\u202f% of rows. In steady_1 no move is seen; a move of 5\u202f% of rows would have been.',
    'age：缺失值占比 2% → 14%。steady_1 未见漂移；若有 5% 的行漂移，应能检出。',
  ],
  'drift: two went over the limit in the same month, three in another': [
    'In a, 40\u202f% of rows moved over all of current, most of all in June 2019 (16\u202f%); over the limit since June 2019. Values are higher: median 22,300 → 27,900 (+25\u202f%). In b, 30\u202f% of rows moved over all of current, most of all in June 2019 (16\u202f%); over the limit since June 2019. Values are higher: median 22,300 → 27,900 (+25\u202f%). In c, 20\u202f% of rows moved over all of current, most of all in January 2019 (16\u202f%); over the limit in January 2019 only. Values are higher: median 22,300 → 27,900 (+25\u202f%). 5 more columns moved enough to matter: d, e, f, g and h. c, d and e went over the limit at the same time: in January 2019 only. a and b went over the limit at the same time: since June 2019.',
    'a：就当前数据整体而言 40% 的行发生漂移，2019年6月最明显（16%）；自2019年6月起超过阈值。取值偏高：中位数 22,300 → 27,900 (+25%)。b：就当前数据整体而言 30% 的行发生漂移，2019年6月最明显（16%）；自2019年6月起超过阈值。取值偏高：中位数 22,300 → 27,900 (+25%)。c：就当前数据整体而言 20% 的行发生漂移，2019年1月最明显（16%）；仅2019年1月超过阈值。取值偏高：中位数 22,300 → 27,900 (+25%)。另有 5 列发生了不可忽视的漂移：d、e、f、g 和 h。c、d 和 e 同时超过阈值：仅2019年1月。a 和 b 同时超过阈值：自2019年6月起。',
  ],
  'drift: all went over the limit in the same month, as the title says': [
    'In a, 18\u202f% of rows moved over all of current, most of all in June 2019 (16\u202f%); over the limit since June 2019. Values are higher: median 22,300 → 27,900 (+25\u202f%). In b, 18\u202f% of rows moved over all of current, most of all in June 2019 (16\u202f%); over the limit since June 2019. Values are higher: median 22,300 → 27,900 (+25\u202f%).',
    'a：就当前数据整体而言 18% 的行发生漂移，2019年6月最明显（16%）；自2019年6月起超过阈值。取值偏高：中位数 22,300 → 27,900 (+25%)。b：就当前数据整体而言 18% 的行发生漂移，2019年6月最明显（16%）；自2019年6月起超过阈值。取值偏高：中位数 22,300 → 27,900 (+25%)。',
  ],
  'drift: missing values that changed alike': [
    'age: missing values went 2\u202f% → 14\u202f% of rows. income: missing values went 2.1\u202f% → 14\u202f% of rows. city: missing values went 2\u202f% → 15\u202f% of rows. The shares of missing values of age and income changed alike: 2\u202f% → 14\u202f% of rows.',
    'age：缺失值占比 2% → 14%。income：缺失值占比 2.1% → 14%。city：缺失值占比 2% → 15%。age 和 income 的缺失值占比变化一致：2% → 14%。',
  ],
  'column: nearly all rows of one month': [
    'Moved in December 2018 only. Most of all in December 2018: nearly all rows (limit 5\u202f%, p = 0.0010; of the column q = 0.70). Its median there: 22,300 → 27,900 (+25\u202f%). Over the whole of current: < 1\u202f% of rows (limit 5\u202f%).',
    '仅2018年12月发生漂移。2018年12月最为明显：几乎所有的行（阈值 5%，p = 0.0010；整列 q = 0.70）。该分块的中位数：22,300 → 27,900 (+25%)。就当前数据整体而言：< 1% 的行（阈值 5%）。',
  ],
  'schema: same columns, an identifier': [
    'The same 12 columns on both sides. id was recognised as an identifier and left out. Times are read from time.',
    '两侧都有相同的 12 列。id 被识别为标识列，未纳入检验。时间取自 time。',
  ],
  'schema: missing and new columns': [
    '3 columns stand on both sides. Missing in current: old. New in current: new.',
    '两侧共有 3 列。当前数据缺少：old。当前数据新增：new。',
  ],
  'intro: days go together': [
    '9 columns were tested. 1 column was not tested. Rows of one day may belong together, so the test measures a move by how days of the reference differ.',
    '9 列参与检验。1 列未检验。同一天的行可能彼此相关，因此检验以参考数据各天之间的差异来衡量漂移。',
  ],
  'finding: moved, since': [
    'car_value moved: 18\u202f% of rows (limit 5\u202f%), median 22,300 → 27,900, since June 2019.',
    'car_value 发生漂移：18% 的行（阈值 5%），中位数 22,300 → 27,900，自2019年6月起。',
  ],
  'finding: in one month only': [
    'car_value moved in January 2019 only: 16\u202f% of rows (limit 5\u202f%), not so over the whole of current.',
    'car_value 仅2019年1月发生漂移：16% 的行（阈值 5%），但当前数据整体未超过阈值。',
  ],
  'finding: moved, one month further than the whole': [
    'car_value moved: up to 27\u202f% of rows (limit 5\u202f%), median 22,300 → 27,900, since June 2019.',
    'car_value 发生漂移：最多 27% 的行（阈值 5%），中位数 22,300 → 27,900，自2019年6月起。',
  ],
  'finding: one broken day': ['x broke on 4 Mar 2019: 83\u202f% of rows moved there.', 'x 2019年3月4日数据异常：当时 83% 的行发生漂移。'],
  'finding: missing values': ['age: missing values went 2\u202f% → 14\u202f% of rows.', 'age：缺失值占比 2% → 14%。'],
  'finding: column gone': ['age is missing in current.', '当前数据缺少 age。'],
  'finding: new categories': [
    'plan: 2 new categories in 20\u202f% of values, most of all “visa”.',
    'plan：2 个新类别占取值的 20%，其中最多的是“visa”。',
  ],
  'progress: columns': ['column 12 of 50: car_value', '第 12 / 50 列：car_value'],
};
