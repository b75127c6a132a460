import type { ColumnMark } from '../check/verdict.ts';
import type { Block } from './block.ts';
import type { DriftMeasureText } from './driftMeasureText.ts';
import type { EvaluationText } from './evaluationText.ts';
import type { NoteCode } from './note.ts';
import type { RichText } from './richText.ts';

/** Glyph and word of a verdict: never colour alone. */
export interface VerdictText {
  readonly glyph: string;
  readonly word: string;
}

export interface NoteText {
  readonly code: NoteCode;
  readonly glyph: string;
  readonly level: 'alert' | 'watch' | 'info';
  readonly text: RichText;
}

/** What is said of one column. */
export interface ColumnText {
  /** "Values are higher: median 22,300 → 27,900 (+25 %). About 18 % of rows moved (limit 5 %, q < 0.0001)." */
  readonly headline: RichText;
  /** "▲ alert · since June 2019", "– not tested: identifier". */
  readonly status: string;
  /** Where an alert lies, as in the status: "since June 2019"; else empty. */
  readonly place: string;
  /** "number", "category", "flag", "score", "label", "time", … as shown behind the name. */
  readonly kind: string;
  /** Median of both sides or the top category, "22,300 → 27,900". */
  readonly typical: string;
  /** "< 1 %", "14 %", "–". */
  readonly moved: string;
  readonly missing: string;
  readonly q: string;
  /** Why the role was given: "identifier: name ends in id, all values distinct". */
  readonly role: string;
  /** Spoken description of the mini histogram and of the drill-down charts. */
  readonly spoken: string;
}

/** Rows of "how this was computed": a term and its explanation with this run's numbers. */
export interface ComputedText {
  readonly term: string;
  readonly text: RichText;
}

/** All that a document says of a report: the texts that every output places, and the blocks below its head, in the order of reading. */
export interface DocumentText extends ReportText {
  readonly blocks: readonly Block[];
}

/** Every sentence of a report in one language. Made in the host and the CLI from a Report; the page only places it. */
export interface ReportText {
  readonly locale: string;
  readonly title: RichText;
  /** Titles of the panel and of documents, plain. */
  readonly plainTitle: string;
  readonly reference: RichText;
  readonly current: RichText;
  readonly chunking: string;
  readonly profile: string;
  readonly duration: string;
  readonly schema: RichText;
  readonly drift: RichText;
  readonly columnsIntro: RichText;
  readonly notes: readonly NoteText[];
  readonly columns: Readonly<Record<string, ColumnText>>;
  readonly chunkNames: readonly string[];
  readonly computed: readonly ComputedText[];
  /** Sections 5 to 7; null in a comparison alone. */
  readonly evaluation: EvaluationText | null;
  readonly verdicts: Readonly<Record<ColumnMark, VerdictText>>;
  /** The numbers beside the verdict, in the order of tables. */
  readonly driftMeasures: readonly DriftMeasureText[];
  /** Labels of the page by key (see core/sections/pageLabels.ts); `{0}`, `{1}` stand for values filled in by the page. */
  readonly labels: Readonly<Record<string, string>>;
}
