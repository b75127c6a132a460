import { chartLabels } from '../words/labels/chartLabels.ts';
import { copyLabels } from '../words/labels/copyLabels.ts';
import { frameLabels } from '../words/labels/frameLabels.ts';
import { modelLabels } from '../words/labels/modelLabels.ts';
import { attributionLabels } from './attribution/words/attributionLabels.ts';
import { choiceLabels } from './drift/words/labels/choiceLabels.ts';
import { columnLabels } from './drift/words/labels/columnLabels.ts';
import { driftChartLabels } from './drift/words/labels/driftChartLabels.ts';
import { driftLabels } from './drift/words/labels/driftLabels.ts';
import { filterLabels } from './drift/words/labels/filterLabels.ts';
import { heatmapLabels } from './drift/words/labels/heatmapLabels.ts';
import { methodLabels } from './drift/words/labels/methodLabels.ts';
import { rowsLabels } from './drift/words/labels/rowsLabels.ts';
import { estimateLabels } from './estimate/words/estimateLabels.ts';
import { fairnessLabels } from './fairness/words/fairnessLabels.ts';
import { errorLabels } from './performance/words/labels/errorLabels.ts';
import { performanceLabels } from './performance/words/labels/performanceLabels.ts';
import { thresholdLabels } from './performance/words/labels/thresholdLabels.ts';
import { predictionsLabels } from './predictions/words/predictionsLabels.ts';
import { qualityLabels } from './quality/words/qualityLabels.ts';
import { slicesLabels } from './slices/words/slicesLabels.ts';

/** Words of the page in English, each beside what shows it; `{0}`, `{1}` … stand for values the page fills in. Other languages are made from these. */
const english = {
  ...frameLabels,
  ...qualityLabels,
  ...driftLabels,
  ...filterLabels,
  ...heatmapLabels,
  ...methodLabels,
  ...columnLabels,
  ...choiceLabels,
  ...rowsLabels,
  ...driftChartLabels,
  ...chartLabels,
  ...copyLabels,
  ...predictionsLabels,
  ...performanceLabels,
  ...thresholdLabels,
  ...errorLabels,
  ...estimateLabels,
  ...slicesLabels,
  ...fairnessLabels,
  ...attributionLabels,
  ...modelLabels,
} as const;

/** Keys of the words of the page. */
export type PageLabelKey = keyof typeof english;

/** English words of the page by key. */
export const pageLabelsEnglish: Readonly<Record<PageLabelKey, string>> = english;

/** Every key. */
export const pageLabelKeys: readonly PageLabelKey[] = Object.keys(english) as PageLabelKey[];
