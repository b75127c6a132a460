import type { RichText } from './richText.ts';

/** What is said of a measure. Numbers are already formatted in its unit. */
export interface MeasureText {
  /** "ROC AUC", "Recall", "NDCG@10". */
  readonly name: string;
  /** What it is and which way is better, one sentence. */
  readonly about: string;
  /** "0.842"; "–" where undefined. */
  readonly reference: string;
  readonly current: string;
  /** "[0.835, 0.849]"; empty without an interval. */
  readonly referenceInterval: string;
  readonly currentInterval: string;
  /** "−0.025 [−0.041, −0.009]". */
  readonly change: string;
  /** Glyph and word of the verdict, and the sentence behind it. */
  readonly glyph: string;
  readonly word: string;
  readonly sentence: RichText;
}

/** A slice in words: "city is Lyon and age above 60". */
export interface SliceText {
  readonly name: string;
  readonly sentence: RichText;
}

export type EvaluationLabel =
  | 'predictions'
  | 'performance'
  | 'resources'
  | 'estimate'
  | 'slices'
  | 'fallen'
  | 'fairness'
  | 'attribution'
  | 'notes'
  | 'measure'
  | 'reference'
  | 'current'
  | 'change'
  | 'verdict'
  | 'chunk'
  | 'estimated'
  | 'realised'
  | 'gap'
  | 'value'
  | 'limit'
  | 'target'
  | 'prediction'
  | 'score'
  | 'user'
  | 'item';

/** Every sentence of sections 5 to 7 in one language. */
export interface EvaluationText {
  /** Prose of the three sections. */
  readonly predictions: RichText;
  readonly performance: RichText;
  readonly attribution: RichText;
  /** "binary classification". */
  readonly task: string;
  /** Why each column was taken: by part. */
  readonly evidence: Readonly<Record<'target' | 'prediction' | 'score' | 'user' | 'item', string>>;
  /** In the order of `Evaluation.measures`. */
  readonly measures: readonly MeasureText[];
  /** Figures of the resources, in the order of `Evaluation.resources` and their figures. */
  readonly resources: readonly {
    readonly name: string;
    readonly reference: string;
    /** With its interval. */
    readonly current: string;
    readonly change: string;
    readonly glyph: string;
    readonly word: string;
  }[];
  /** In the order of `Evaluation.behaviour.rows`. */
  readonly behaviour: readonly {
    readonly name: string;
    readonly reference: string;
    readonly current: string;
    readonly difference: string;
  }[];
  /** Prose on the estimate; null without one. */
  readonly estimate: RichText | null;
  /** The ledger of estimates, latest chunk last: "0.81 [0.78, 0.83]" beside what the labels said. */
  readonly ledger: readonly {
    readonly chunk: string;
    readonly estimate: string;
    readonly realised: string;
    readonly glyph: string;
    readonly word: string;
  }[];
  /** Every chunk with its estimate of the first measure, and what the labels said where they are there (an empty text where not). */
  readonly estimatedChunks: EvaluationText['ledger'];
  /** Names of the estimated measures, in the order of `Estimate.rows`. */
  readonly estimates: readonly string[];
  /** In the order of `Slices.worst` and `Slices.fallen`. */
  readonly worst: readonly SliceText[];
  readonly fallen: readonly SliceText[];
  readonly slices: RichText | null;
  /** In the order of `Evaluation.fairness`. */
  readonly fairness: readonly {
    readonly sentence: RichText;
    readonly gaps: readonly { readonly name: string; readonly value: string; readonly limit: string }[];
  }[];
  /** Rows of the evidence table of section 7: what changed, how it was tested, what was found. */
  readonly evidenceRows: readonly { readonly name: string; readonly text: RichText; readonly glyph: string; readonly word: string }[];
  readonly notes: readonly { readonly glyph: string; readonly text: RichText }[];
  /** Headings and heads of tables. */
  readonly labels: Readonly<Record<EvaluationLabel, string>>;
  /** Name of a condition, keyed by `conditionKey`. */
  readonly conditions: Readonly<Record<string, string>>;
}
