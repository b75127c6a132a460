import type { Block } from '../report/block.ts';
import type { EvaluationText } from '../report/evaluationText.ts';
import type { Report } from '../report/report.ts';
import type { ReportText } from '../report/reportText.ts';
import type { ResultOf, SectionKind } from '../report/section.ts';
import { resultOf } from '../report/sectionOf.ts';
import type { Translate } from '../words/translate.ts';
import { attributionBlocks } from './attribution/blocks.ts';
import { computedBlocks } from './computedBlocks.ts';
import { driftBlocks } from './drift/blocks.ts';
import { estimateBlocks } from './estimate/blocks.ts';
import { fairnessBlocks } from './fairness/blocks.ts';
import { performanceBlocks } from './performance/blocks.ts';
import { predictionsBlocks } from './predictions/blocks.ts';
import { qualityBlocks } from './quality/blocks.ts';
import { remarksBlocks } from './remarksBlocks.ts';
import { resourcesBlocks } from './resources/blocks.ts';
import { slicesBlocks } from './slices/blocks.ts';

/** What blocks are made with: the texts that the page places too, and how to say what only documents hold. */
export interface Saying {
  readonly report: Report;
  readonly said: EvaluationText;
  readonly t: Translate;
  readonly locale: string;
}

/** A section on predictions in blocks, from what it found. */
type EvaluationBlocks<K extends SectionKind> = (result: ResultOf<K>, saying: Saying) => Block[];
type EvaluationKind = Exclude<SectionKind, 'quality' | 'drift'>;

/** In the order of reading. */
const onPredictions: { readonly [K in EvaluationKind]: EvaluationBlocks<K> } = {
  predictions: (_, { said }) => predictionsBlocks(said),
  performance: (result, { said }) => performanceBlocks(result, said),
  resources: (result, { said }) => resourcesBlocks(result, said),
  estimate: (_, { said }) => estimateBlocks(said),
  slices: (_, { said }) => slicesBlocks(said),
  fairness: (_, { said }) => fairnessBlocks(said),
  attribution: (_, { said }) => attributionBlocks(said),
};

/**
 * All that a text of a report says below its head, in the order of reading: predictions first, then data and columns, then how it was computed. Text,
 * Markdown and HTML are made from these.
 */
export function reportBlocks(report: Report, text: ReportText, t: Translate): Block[] {
  const said = text.evaluation;
  return [
    ...(said === null ? [] : [...evaluationBlocks({ report, said, t, locale: text.locale }), ...remarksBlocks(said)]),
    ...qualityBlocks(report, text),
    ...(resultOf(report, 'drift') === null ? [] : driftBlocks(report, text)),
    ...computedBlocks(text),
  ];
}

function evaluationBlocks(saying: Saying): Block[] {
  return (Object.keys(onPredictions) as EvaluationKind[]).flatMap((kind) => blocksOf(kind, saying));
}

function blocksOf<K extends EvaluationKind>(kind: K, saying: Saying): Block[] {
  const result = resultOf(saying.report, kind);
  return result === null ? [] : onPredictions[kind](result, saying);
}
