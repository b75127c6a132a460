import type { Decision, TestName } from '../../src/core/check/verdict.ts';
import { formatCount } from '../../src/core/format/count.ts';
import { fill } from '../../src/core/format/fill.ts';
import { formatFixed } from '../../src/core/format/fixed.ts';
import { formatNumber } from '../../src/core/format/number.ts';
import { formatP } from '../../src/core/format/pValue.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { formatShareChange } from '../../src/core/format/shareChange.ts';
import { driftFigure, hasDriftFigure } from '../../src/core/report/driftFigure.ts';
import type { DriftMeasureText } from '../../src/core/report/driftMeasureText.ts';
import type { ChunkCell, ColumnReport } from '../../src/core/sections/drift/result.ts';
import { label, type Page } from '../report/pageContext.ts';
import { withinLabel } from '../report/withinLabel.ts';

/** A method's numbers; `decides` marks those the verdict was made from. */
export interface MethodRow {
  readonly name: string;
  readonly value: string;
  readonly limit: string;
  readonly p: string;
  readonly decides: boolean;
}

/** Numbers of every method for one window of a column. Those that decided come first. */
export function methodRows(page: Page, column: ColumnReport, decision: Decision, measures: ChunkCell['measures']): MethodRow[] {
  const { locale } = page.words;
  const number = (x: number | null | undefined): string => (x === null || x === undefined ? '–' : formatNumber(x, locale));
  const fixed = (x: number | null): string => (x === null ? '–' : formatFixed(x, 3, locale));
  const p = (x: number | null | undefined): string => (x === null || x === undefined ? '' : formatP(x, locale));
  const share = (x: number | null): string => (x === null ? '–' : formatShare(x, locale));
  const rows: MethodRow[] = [
    {
      name: label(page, 'methodRowsMovedLong'),
      value: withinLabel(page, decision) ?? share(decision.effect),
      limit: formatShare(decision.limit, locale),
      p: '',
      decides: true,
    },
  ];
  const add = (name: string, value: string, pText = '', test: TestName | null = null): void => {
    rows.push({ name, value, limit: '', p: pText, decides: test !== null && decision.test === test });
  };
  const addBeside = ({ key, field, named, name, grows, tests, ...measure }: DriftMeasureText): void => {
    if (!hasDriftFigure(measures, key)) return;
    const figure = (of: string | null): number | null => driftFigure(measures, key, of);
    const said = named === null ? name : fill(name, formatCount(figure(named) ?? 0, locale));
    const test = tests.find((candidate) => candidate === decision.test) ?? null;
    add(said, grows ? number(figure(field)) : fixed(figure(field)), measure.p === null ? '' : p(figure(measure.p)), test);
  };
  const besides = page.text.driftMeasures;
  if (decision.test === 'fisher_exact') add(label(page, 'methodFisher'), '', p(decision.p), 'fisher_exact');
  if (decision.test === 'blocks') add(label(page, 'methodBlocks'), number(decision.statistic), p(decision.p), 'blocks');
  for (const measure of besides) if (measure.tests.length > 0) addBeside(measure);
  rows.sort((a, b) => Number(b.decides) - Number(a.decides));
  for (const measure of besides) if (measure.tests.length === 0) addBeside(measure);
  add(label(page, 'methodTvd'), fixed(decision.tvd));
  if (decision.designEffect !== null) add(label(page, 'methodDesignEffect'), number(decision.designEffect));
  const change = column.missing.current.share - column.missing.reference.share;
  if (page.state.chunk === null) add(label(page, 'methodMissingLong'), formatShareChange(change, locale), p(column.missing.p));
  return rows;
}
