import type { Evaluation } from '../report/evaluationOf.ts';
import type { EvaluationText } from '../report/evaluationText.ts';
import type { RichText } from '../report/richText.ts';

/** A piece of an evaluation's text, whatever it is written as. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'list'; readonly items: readonly { readonly glyph: string; readonly text: RichText }[] }
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly TableRow[] };

export interface TableRow {
  readonly cells: readonly string[];
  /** The same for a narrow window: without what the others tell. */
  readonly brief?: readonly string[];
  /** Of the last cell, which is the verdict. */
  readonly standing: 'alert' | 'ok' | 'quiet';
}

/** Slices listed at most: the worst come first. */
const mostSlices = 5;
const mostEstimatedChunks = 12;

/**
 * What stands in a text of an evaluation, in its order: what was evaluated, the measures shown, the estimate, the worst slices, groups,
 * attribution, remarks.
 */
export function evaluationBlocks(evaluation: Evaluation, text: EvaluationText): Block[] {
  const { labels } = text;
  const blocks: Block[] = [];
  const section = (heading: string, ...parts: readonly (Block | null)[]): void => {
    const present = parts.filter((part) => part !== null);
    if (present.length > 0) blocks.push({ kind: 'heading', text: heading }, ...present);
  };
  section(labels.predictions, paragraph(text.predictions), evidenceList(text));
  section(labels.performance, paragraph(text.performance), measuresTable(evaluation, text));
  section(labels.resources, resourcesTable(evaluation, text));
  section(labels.estimate, text.estimate === null ? null : paragraph(text.estimate), estimatesTable(text));
  section(labels.slices, text.slices === null ? null : paragraph(text.slices), slicesList(text.worst.slice(1)));
  section(labels.fallen, slicesList(text.fallen));
  section(
    labels.fairness,
    ...text.fairness.flatMap(({ sentence, gaps }): (Block | null)[] => [
      paragraph(sentence),
      {
        kind: 'table',
        heads: [labels.gap, labels.value, labels.limit],
        rows: gaps.map((gap) => ({ cells: [gap.name, gap.value, gap.limit], standing: 'quiet' })),
      },
    ]),
  );
  section(
    labels.attribution,
    paragraph(text.attribution),
    text.evidenceRows.length === 0
      ? null
      : {
          kind: 'list',
          items: text.evidenceRows.map((row) => ({ glyph: row.glyph, text: [{ strong: row.name }, ` · ${row.word} · `, ...row.text] })),
        },
  );
  section(labels.notes, text.notes.length === 0 ? null : { kind: 'list', items: text.notes });
  return blocks;
}

/** What training and predicting cost; without a reference its columns are left out. */
function resourcesTable(evaluation: Evaluation, { resources, labels }: EvaluationText): Block | null {
  if (resources.length === 0) return null;
  const compared = evaluation.resources.some(({ n }) => n.reference !== null);
  return {
    kind: 'table',
    heads: [labels.measure, ...(compared ? [labels.reference] : []), labels.current, ...(compared ? [labels.change] : []), labels.verdict],
    rows: resources.map((row) => ({
      cells: [row.name, ...(compared ? [row.reference] : []), row.current, ...(compared ? [row.change] : []), `${row.glyph} ${row.word}`],
      standing: row.glyph === '▲' ? 'alert' : row.glyph === '✓' ? 'ok' : 'quiet',
    })),
  };
}

/** The last chunks with their estimates; what the labels said only where some have come in. */
function estimatesTable({ estimatedChunks, ledger, labels }: EvaluationText): Block | null {
  if (estimatedChunks.length === 0) return null;
  const graded = ledger.length > 0;
  return {
    kind: 'table',
    heads: [labels.chunk, labels.estimated, ...(graded ? [labels.realised] : []), labels.verdict],
    rows: estimatedChunks.slice(-mostEstimatedChunks).map((row) => ({
      cells: [row.chunk, row.estimate, ...(graded ? [row.realised] : []), `${row.glyph} ${row.word}`],
      standing: row.glyph === '▲' ? 'alert' : 'quiet',
    })),
  };
}

function paragraph(text: RichText): Block | null {
  return text.length === 0 ? null : { kind: 'paragraph', text };
}

function evidenceList({ evidence, labels }: EvaluationText): Block | null {
  const parts = (['target', 'prediction', 'score', 'user', 'item'] as const).filter((part) => evidence[part] !== '');
  if (parts.length === 0) return null;
  return { kind: 'list', items: parts.map((part) => ({ glyph: '·', text: [{ strong: labels[part] }, ` · ${evidence[part]}`] })) };
}

function slicesList(slices: EvaluationText['worst']): Block | null {
  return slices.length === 0
    ? null
    : { kind: 'list', items: slices.slice(0, mostSlices).map(({ sentence }) => ({ glyph: '·', text: sentence })) };
}

/** The measures shown; without a reference its columns are left out. */
function measuresTable(evaluation: Evaluation, { measures, labels }: EvaluationText): Block | null {
  const shown = measures.filter((_, i) => evaluation.measures[i]!.shown);
  if (shown.length === 0) return null;
  const compared = evaluation.measures.some((row) => row.reference !== null);
  const alert = (glyph: string): TableRow['standing'] => (glyph === '▲' ? 'alert' : glyph === '✓' ? 'ok' : 'quiet');
  return {
    kind: 'table',
    heads: [labels.measure, ...(compared ? [labels.reference] : []), labels.current, ...(compared ? [labels.change] : []), labels.verdict],
    rows: shown.map((row) => ({
      cells: [
        row.name,
        ...(compared ? [row.reference] : []),
        row.currentInterval === '' ? row.current : `${row.current} ${row.currentInterval}`,
        ...(compared ? [row.change] : []),
        `${row.glyph} ${row.word}`,
      ],
      // Reference and change before anything else: the interval of current goes first.
      ...(compared ? { brief: [row.name, row.reference, row.current, row.change, `${row.glyph} ${row.word}`] } : {}),
      standing: alert(row.glyph),
    })),
  };
}
