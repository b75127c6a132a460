import type { ColumnMark } from '../../src/core/check/verdict.ts';
import { formatCount } from '../../src/core/format/count.ts';
import { formatFixed } from '../../src/core/format/fixed.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { formatShareChange } from '../../src/core/format/shareChange.ts';
import { driftFigure } from '../../src/core/report/driftFigure.ts';
import type { DriftMeasureText } from '../../src/core/report/driftMeasureText.ts';
import type { ChunkCell, ColumnReport } from '../../src/core/sections/drift/result.ts';
import { label, type Spoken, windowName } from '../report/pageContext.ts';
import { withinLabel } from '../report/withinLabel.ts';
import { cellsByChunk } from './chunkRange.ts';
import { colourOf, formatMeasure, type HeatMeasure, heatMeasureOf, measuredValue, shortMeasure } from './heatMeasure.ts';

/** One cell of the heatmap, ready to be placed. */
export interface HeatCell {
  /** Chunk the cell opens; null: the whole of current. */
  readonly chunk: number | null;
  /** Strength of its colour, 0 to 1; null: no colour. */
  readonly level: number | null;
  readonly verdict: ColumnMark | null;
  /** Printed in the cell; empty where there is nothing that matters. */
  readonly text: string;
  /** Said by a screen reader. */
  readonly name: string;
}

/** From this part of the full colour on a number is printed; of the share of rows moved that is its limit. */
const printedFrom = 0.25;

/** Cells of a column: the whole and its chunks under a measure, or the methods when there is no time. */
export function heatCells(page: Spoken, column: ColumnReport, measure: HeatMeasure): HeatCell[] {
  const { time } = page.report;
  if (time === null) return methodCells(page, column);
  const cells = cellsByChunk(column);
  return [
    measureCell(page, column, null, null, measure),
    ...time.chunks.map((_, i) => measureCell(page, column, i, cells[i] ?? null, measure)),
  ];
}

function measureCell(page: Spoken, column: ColumnReport, chunk: number | null, cell: ChunkCell | null, measure: HeatMeasure): HeatCell {
  const { locale } = page.words;
  const where = windowName(page, chunk);
  const decision = cell ?? column.whole;
  const absent = chunk !== null && cell === null;
  const value = absent ? null : measuredValue(measure, column, cell);
  if (value === null) {
    const few = absent || decision.reason === 'too_few_rows';
    const rows = absent ? (page.report.time?.chunks[chunk]?.rows ?? 0) : (cell?.rows ?? column.n.current);
    const name = few
      ? label(page, 'cellTooFew', column.name, where, formatCount(rows, locale))
      : decision.effect === null
        ? label(page, 'cellNotTested', column.name, where)
        : label(page, 'cellNoValue', column.name, where, measure.spoken);
    return { chunk, level: null, verdict: 'not_tested', text: few ? '·' : '–', name };
  }
  const verdict = measure.is === 'missing' ? (cell?.missingVerdict ?? column.missing.verdict) : decision.verdict;
  const level = colourOf(measure, value, decision.limit, column.missing.reference.share);
  const printed = verdict === 'alert' || level >= printedFrom || (measure.is === 'missing' && value >= 0.01);
  const text = printed ? shortMeasure(measure, value, locale) : '';
  const within = measure.is === 'moved' ? withinLabel(page, decision) : null;
  const word = page.text.verdicts[verdict].word;
  const name =
    within === null
      ? nameOf(page, column, { where, measure, value, verdict, text })
      : label(page, 'cellWithin', column.name, where, within, word);
  return { chunk, level, verdict, text, name };
}

/** What a cell shows. */
interface ShownValue {
  readonly where: string;
  readonly measure: HeatMeasure;
  readonly value: number;
  readonly verdict: ColumnMark | null;
  readonly text: string;
}

function nameOf(page: Spoken, column: ColumnReport, { where, measure, value, verdict, text }: ShownValue): string {
  const { locale } = page.words;
  // What is printed is what is said.
  const exact = text === '' ? formatMeasure(measure, value, locale) : text;
  if (measure.is === 'missing') {
    return label(page, 'cellMissing', column.name, where, exact, formatShare(column.missing.reference.share, locale));
  }
  const word = page.text.verdicts[verdict ?? 'not_tested'].word;
  if (measure.is === 'moved') return label(page, 'cell', column.name, where, exact, word);
  return label(page, 'cellOf', column.name, where, measure.spoken, exact, word);
}

/** Heads of the method columns, shown when there is no time. */
export function methodHeads(page: Spoken): string[] {
  const beside = besideVerdict(page).map(({ short }) => short);
  return [label(page, 'methodRowsMoved'), ...beside, label(page, 'methodMissing')];
}

/** The measures that have a place in the heatmap. */
function besideVerdict(page: Spoken): DriftMeasureText[] {
  return page.text.driftMeasures.filter(({ fullColour }) => fullColour !== null);
}

function methodCells(page: Spoken, column: ColumnReport): HeatCell[] {
  const { locale } = page.words;
  const { measures, missing } = column;
  const change = missing.current.share - missing.reference.share;
  const values = besideVerdict(page).map(({ key, field }) => driftFigure(measures, key, field));
  const heads = methodHeads(page);
  const decided = measureCell(page, column, null, null, heatMeasureOf(page, 'moved'));
  const plain = (text: string, index: number, verdict: ColumnMark | null): HeatCell => {
    return { chunk: null, level: null, verdict, text, name: label(page, 'cellMeasure', column.name, heads[index]!, text) };
  };
  return [
    { ...decided, text: movedText(column, locale) },
    ...values.map((value, i) => plain(value === null ? '–' : formatFixed(value, 3, locale), i + 1, null)),
    plain(formatShareChange(change, locale), values.length + 1, missing.verdict),
  ];
}

/** A share of 0 that is no more than the noise allows is not written as none. */
function movedText({ whole }: ColumnReport, locale: string): string {
  if (whole.effect === null) return '–';
  return whole.within === null ? formatShare(whole.effect, locale) : `≈\u00a0${formatShare(0, locale)}`;
}
