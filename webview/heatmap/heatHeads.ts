import { thinnedLabels } from '../../src/core/format/thinnedLabels.ts';
import { label, type Spoken } from '../report/pageContext.ts';
import { methodHeads } from './heatCells.ts';

/** About the width of a character of a head. */
const characterWidth = 6.3;

/** The head of a column of cells: its short name where there is room for one, else empty, and its name in full. */
export interface HeatHead {
  readonly short: string;
  readonly full: string;
}

/** Heads of the cells: short where there is room for a name (`step` pixels each), so many in a row are named only here and there. */
export function heatHeads(page: Spoken, step: number): HeatHead[] {
  const { time } = page.report;
  if (time === null) return methodHeads(page).map((text) => ({ short: text, full: text }));
  const starts = time.chunks.map((chunk) => chunk.from);
  const short = thinnedLabels(starts, time.unit, page.words.locale, step / characterWidth);
  return [
    { short: label(page, 'whole'), full: label(page, 'wholeName') },
    ...time.chunks.map((chunk, index) => ({ short: short[index]!, full: page.text.chunkNames[index] ?? chunk.name })),
  ];
}
