import type {
  Attribution,
  Behaviour,
  ClassRow,
  ConfusionMatrix,
  Estimate,
  EvaluationNote,
  EvaluationRows,
  Fairness,
  MeasureRow,
  ModelVerdict,
  ResidualCurves,
  Resource,
  ScoreCurves,
  Season,
  Slices,
  TrivialRival,
} from './evaluation.ts';
import type { EvaluationColumns } from './evaluationColumns.ts';
import type { Blocks, ColumnReport, DecisionRule, Family, Note, Summary } from './report.ts';

/** One cell of a report: what was found, what is remarked, or why it could not be made. */
export interface Section<K extends string, Result, Remark = never> {
  readonly kind: K;
  /** Null when it failed. */
  readonly result: Result | null;
  readonly notes: readonly Remark[];
  /** The error that kept it from being made; the rest of the report stands. */
  readonly failed: string | null;
}

/** Schema and quality of the data: remarks alone. */
export type QualitySection = Section<'quality', Readonly<Record<string, never>>, Note>;

/** How the columns of current differ from those of reference. */
export type DriftSection = Section<'drift', DriftResult>;

export interface DriftResult {
  readonly rule: DecisionRule;
  /** Rows that may belong together; null when all are taken as independent. */
  readonly blocks: Blocks | null;
  readonly family: Family;
  readonly summary: Summary;
  /** Every column of either file, in reference order, then those only in current. */
  readonly columns: readonly ColumnReport[];
}

/** What was evaluated, and what the predictions look like without labels. */
export type PredictionsSection = Section<'predictions', PredictionsResult, EvaluationNote>;

export interface PredictionsResult {
  readonly columns: EvaluationColumns;
  /** Classes in order; at most 100. */
  readonly classes: readonly string[];
  readonly classCount: number;
  /** Binary: from which score on the prediction is positive, where that is known. */
  readonly threshold: number | null;
  readonly costs: { readonly falsePositive: number; readonly falseNegative: number } | null;
  readonly rows: { readonly reference: EvaluationRows | null; readonly current: EvaluationRows };
  /** Set when the reference is what the model was trained on, with what says so: changes are then gaps between training and current. */
  readonly training: 'given' | 'file_name' | null;
  readonly behaviour: Behaviour;
}

/** How good the predictions are. */
export type PerformanceSection = Section<'performance', PerformanceResult>;

export interface PerformanceResult {
  readonly measures: readonly MeasureRow[];
  readonly verdict: ModelVerdict;
  readonly rival: TrivialRival | null;
  /** Months that the reference lacks; null when it lacks none, or has no time or less than 60 days of it. */
  readonly season: Season | null;
  /** Last chunk of current with labels, when later ones hold rows and none; null otherwise. */
  readonly labelsEnd: number | null;
  /** What intervals and tests take together: rows of a day, of an hour, of a group; null: rows are independent. */
  readonly clusters: 'day' | 'hour' | 'group' | null;
  readonly confusion: { readonly reference: ConfusionMatrix | null; readonly current: ConfusionMatrix } | null;
  readonly byClass: readonly ClassRow[];
  readonly curves: { readonly reference: ScoreCurves | null; readonly current: ScoreCurves } | null;
  readonly residuals: { readonly reference: ResidualCurves | null; readonly current: ResidualCurves } | null;
}

/** What training and predicting cost. */
export type ResourcesSection = Section<'resources', { readonly columns: readonly Resource[] }>;

/** What the performance is where labels are not in. */
export type EstimateSection = Section<'estimate', Estimate>;

/** Where the model is worst, and where it got worse. */
export type SlicesSection = Section<'slices', Slices>;

/** Whether groups are treated alike. */
export type FairnessSection = Section<'fairness', { readonly groups: readonly Fairness[] }>;

/** What the drift did to the metric. */
export type AttributionSection = Section<'attribution', Attribution>;

export type AnySection =
  | QualitySection
  | DriftSection
  | PredictionsSection
  | PerformanceSection
  | ResourcesSection
  | EstimateSection
  | SlicesSection
  | FairnessSection
  | AttributionSection;

export type SectionKind = AnySection['kind'];

/** The section of a kind, and what it found. */
export type SectionOf<K extends SectionKind> = Extract<AnySection, { kind: K }>;
export type ResultOf<K extends SectionKind> = NonNullable<SectionOf<K>['result']>;
