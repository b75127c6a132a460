import { formatCount } from '../../src/core/format/count.ts';
import { formatFixed } from '../../src/core/format/fixed.ts';
import { formatP } from '../../src/core/format/pValue.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { formatShareChange } from '../../src/core/format/shareChange.ts';
import type { ColumnReport, Decision, Verdict } from '../../src/core/report/report.ts';
import { columnText, label, type Page, windowName } from './pageContext.ts';

/** One cell of the heatmap, ready to be placed. */
export interface HeatCell {
  /** Chunk the cell opens; null: the whole of current. */
  readonly chunk: number | null;
  /** Effect as a part of four times its limit, 0 to 1; null: no colour. */
  readonly level: number | null;
  readonly verdict: Verdict | null;
  /** Printed in the cell; empty where there is nothing that matters. */
  readonly text: string;
  /** Said by a screen reader, and shown by the pointer. */
  readonly name: string;
  readonly tip: string;
}

/** At this many times the limit a cell has its full colour. */
export const fullColour = 4;

/** Cells of a column: the whole and its chunks, or the methods when there is no time. */
export function heatCells(page: Page, column: ColumnReport): HeatCell[] {
  if (page.report.time === null) return methodCells(page, column);
  const byChunk = new Map(column.chunks.map((cell) => [cell.chunk, cell]));
  return [
    decisionCell(page, column, null, column, column.n.current),
    ...page.report.time.chunks.map((chunk, index) => {
      const cell = byChunk.get(index);
      return decisionCell(page, column, index, cell ?? null, cell?.rows ?? chunk.rows);
    }),
  ];
}

function decisionCell(page: Page, column: ColumnReport, chunk: number | null, decision: Decision | null, rows: number): HeatCell {
  const { locale } = page.words;
  const where = windowName(page, chunk);
  const count = formatCount(rows, locale);
  if (decision === null || decision.effect === null) {
    const few = decision === null || decision.reason === 'too_few_rows';
    return {
      chunk,
      level: null,
      verdict: 'not_tested',
      text: few ? '·' : '–',
      name: few ? label(page, 'cellTooFew', column.name, where, count) : label(page, 'cellNotTested', column.name, where),
      tip: label(page, 'cellTipNotTested', column.name, where, count),
    };
  }
  const { effect, limit, verdict } = decision;
  const exact = formatShare(effect, locale);
  // Whole per cents: what is printed in cells is to be compared at a glance.
  const printed = verdict === 'alert' || effect >= limit ? formatShare(Math.round(effect * 100) / 100, locale) : '';
  const q = decision.q === null ? '–' : formatP(decision.q, locale);
  return {
    chunk,
    level: levelOf(effect, limit),
    verdict,
    text: printed,
    name: label(page, 'cell', column.name, where, printed === '' ? exact : printed, page.text.verdicts[verdict].word),
    tip: label(page, 'cellTip', column.name, where, exact, formatShare(limit, locale), q, count),
  };
}

function levelOf(effect: number, limit: number): number {
  return Math.min(1, Math.max(0, effect / (limit * fullColour)));
}

/** Heads of the method columns, shown when there is no time. */
export function methodHeads(page: Page): string[] {
  return (['methodRowsMoved', 'methodKs', 'methodWasserstein', 'methodPsi', 'methodJensenShannon', 'methodMissing'] as const).map((key) =>
    label(page, key),
  );
}

function methodCells(page: Page, column: ColumnReport): HeatCell[] {
  const { locale } = page.words;
  const { measures, missing } = column;
  const change = missing.current.share - missing.reference.share;
  const values: (number | null)[] = [
    measures?.ks?.d ?? null,
    measures?.wasserstein?.robustSd ?? null,
    measures?.psi ?? null,
    measures?.jensenShannon ?? null,
  ];
  const heads = methodHeads(page);
  const decided = decisionCell(page, column, null, column, column.n.current);
  const plain = (text: string, index: number, verdict: Verdict | null): HeatCell => {
    const name = label(page, 'cellMeasure', column.name, heads[index]!, text);
    return { chunk: null, level: null, verdict, text, name, tip: name };
  };
  return [
    { ...decided, text: columnText(page.text, column.name).moved },
    ...values.map((value, i) => plain(value === null ? '–' : formatFixed(value, 3, locale), i + 1, null)),
    plain(formatShareChange(change, locale), values.length + 1, missing.verdict),
  ];
}
