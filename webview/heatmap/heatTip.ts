import { formatCount } from '../../src/core/format/count.ts';
import { formatP } from '../../src/core/format/pValue.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { valuePair } from '../../src/core/format/valueText.ts';
import type { ChunkCell, ColumnReport } from '../../src/core/sections/drift/result.ts';
import { label, type Spoken, windowName } from '../report/pageContext.ts';
import { withinLabel } from '../report/withinLabel.ts';
import { cellsByChunk } from './chunkRange.ts';
import { heatCells } from './heatCells.ts';
import { formatMeasure, type HeatMeasure, measuredValue } from './heatMeasure.ts';

/** Index of the median among the quantiles of a summary. */
const medianAt = 4;

/**
 * What the pointer shows, and a screen reader adds, of a cell: effect, limit, p and q, the measure that is shown, from where to where the column
 * moved, rows. `place` counts the cells of a row: the whole first, then the chunks; without time the methods. Made when it is asked for:
 * a table of thousands of rows would take its time to say all of it.
 */
export function heatTip(page: Spoken, column: ColumnReport, place: number, measure: HeatMeasure): string {
  const { time } = page.report;
  if (time === null && place > 0) return heatCells(page, column, measure)[place]?.name ?? '';
  const chunk = place === 0 ? null : place - 1;
  const cell = chunk === null ? null : (cellsByChunk(column)[chunk] ?? null);
  const { locale } = page.words;
  const where = windowName(page, chunk);
  const rows = chunk === null ? column.n.current : (cell?.rows ?? time?.chunks[chunk]?.rows ?? 0);
  const count = formatCount(rows, locale);
  const decision = cell ?? column.whole;
  const { effect, limit, p } = decision;
  if (effect === null || (chunk !== null && cell === null)) return label(page, 'cellTipNotTested', column.name, where, count);
  const probability = (value: number | null): string => (value === null ? '–' : formatP(value, locale));
  const within = withinLabel(page, decision);
  const said = [formatShare(limit, locale), probability(p)];
  const lines = [
    within === null
      ? label(page, 'cellTip', column.name, where, formatShare(effect, locale), ...said)
      : label(page, 'cellTipWithin', column.name, where, within, ...said),
  ];
  const value = measuredValue(measure, column, cell);
  if (value !== null && measure.is === 'beside') {
    lines.push(label(page, 'tipValue', measure.name, formatMeasure(measure, value, locale)));
  }
  const moved = movedLine(page, column, cell);
  if (moved !== null) lines.push(moved);
  const medians = cell === null ? (column.like?.medians ?? null) : null;
  if (medians !== null) lines.push(label(page, 'tipLike', ...valuePair(column, medians[0], medians[1], locale)));
  if (chunk !== null && page.report.season?.unmatched.includes(chunk) === true) lines.push(label(page, 'tipUnmatched'));
  const [before, after] = [column.missing.reference.share, cell?.missingShare ?? column.missing.current.share];
  if (before > 0 || after > 0) lines.push(label(page, 'tipMissing', formatShare(before, locale), formatShare(after, locale)));
  return [...lines, label(page, 'tipRows', count)].join('\n');
}

/** From where to where: the median, or the category whose share changed most among the first ones. */
function movedLine(page: Spoken, column: ColumnReport, cell: ChunkCell | null): string | null {
  const { locale } = page.words;
  const from = column.numeric?.reference.quantiles[medianAt];
  const to = cell === null ? column.numeric?.current.quantiles[medianAt] : cell.quartiles?.[1];
  if (from !== undefined && to !== undefined) return label(page, 'tipMedian', ...valuePair(column, from, to, locale));
  const { categories } = column;
  if (categories === null) return null;
  const total = (side: 'reference' | 'current'): number =>
    categories.other[side] + categories.values.reduce((sum, entry) => sum + entry[side], 0);
  const [before, after] = [total('reference'), total('current')];
  let most: { value: string; from: number; to: number } | null = null;
  for (const [i, entry] of categories.values.entries()) {
    const share = cell === null ? entry.current / after : cell.shares?.[i];
    if (share === undefined || before === 0) break;
    const step = { value: entry.value, from: entry.reference / before, to: share };
    if (most === null || Math.abs(step.to - step.from) > Math.abs(most.to - most.from)) most = step;
  }
  return most === null ? null : label(page, 'tipShare', most.value, formatShare(most.from, locale), formatShare(most.to, locale));
}
