/** Why a performance cannot be estimated without labels. */
export interface EstimateRefusal {
  readonly code: string;
  readonly value: number | null;
}

/** A measure estimated without labels. */
export interface EstimateRow {
  readonly name: string;
  /** Over the whole of current. */
  readonly whole: EstimatePoint;
  readonly chunks: readonly EstimatePoint[];
  readonly referenceChunks: readonly EstimatePoint[];
  /** What the measure was over the whole of reference; null where it is undefined. */
  readonly reference: number | null;
  /** What a chunk, and the whole of current, may show by chance if nothing changed; null when that is not known. */
  readonly limits: { readonly low: number; readonly high: number } | null;
  readonly wholeLimits: { readonly low: number; readonly high: number } | null;
  /** Chunk from which on the estimate is worse than what reference shows; null when it does not stand. */
  readonly since: number | null;
}

export interface EstimatePoint {
  readonly chunk: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** What it turned out to be, where labels are there. */
  readonly realised: number | null;
  /** Against the limits of its own scale, a chunk's or the whole's; null when it is not judged. */
  readonly standing: 'worse' | 'better' | 'as_reference' | null;
  /** Worse. */
  readonly alert: boolean;
  readonly refused: EstimateRefusal | null;
}

export interface Estimate {
  readonly method: 'cbpe' | 'dle';
  /** Calibrated scores were used. */
  readonly calibrated: boolean;
  readonly refused: EstimateRefusal | null;
  /** Columns that matter and leave what reference has seen, with their shares of current's rows, the widest first. */
  readonly beyond: readonly { readonly column: string; readonly share: number }[];
  readonly rows: readonly EstimateRow[];
  /** Estimates of the first measure beside what the labels said once they were there; null before any chunk has enough of them. */
  readonly ledger: EstimateLedger | null;
}

export interface EstimateLedger {
  /** Chunks with labels, and how many realised values lie in the band. */
  readonly compared: number;
  readonly inside: number;
  /** Chunks that have an estimate but not (enough of) their labels. */
  readonly waiting: number;
  /** Chunks whose labels are in, and whose measure they do not define: labels of one class. */
  readonly undefined: number;
  /** Mean of realised − estimated. */
  readonly meanError: number;
  /** The chunks compared, estimated on the rows that have labels. */
  readonly rows: readonly {
    readonly chunk: number;
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    readonly realised: number;
    readonly inside: boolean;
    readonly labelled: number;
  }[];
}
