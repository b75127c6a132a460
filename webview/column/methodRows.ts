import type { Decision, TestName } from '../../src/core/check/verdict.ts';
import { formatCount } from '../../src/core/format/count.ts';
import { formatFixed } from '../../src/core/format/fixed.ts';
import { formatNumber } from '../../src/core/format/number.ts';
import { formatP } from '../../src/core/format/pValue.ts';
import { formatShare } from '../../src/core/format/share.ts';
import { formatShareChange } from '../../src/core/format/shareChange.ts';
import type { ColumnReport, Measures } from '../../src/core/sections/drift/result.ts';
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
export function methodRows(page: Page, column: ColumnReport, decision: Decision, measures: Measures): MethodRow[] {
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
  const { andersonDarling, chiSquare, ks, wasserstein } = measures;
  if (decision.test === 'fisher_exact') add(label(page, 'methodFisher'), '', p(decision.p), 'fisher_exact');
  if (decision.test === 'blocks') add(label(page, 'methodBlocks'), number(decision.statistic), p(decision.p), 'blocks');
  if (andersonDarling !== null) {
    add(label(page, 'methodAndersonDarling'), number(andersonDarling.a2), p(andersonDarling.p), 'anderson_darling');
  }
  if (chiSquare !== null) {
    const test = decision.test === 'chi_square_and_fisher' ? decision.test : 'chi_square';
    add(label(page, 'methodChiSquare', formatCount(chiSquare.df, locale)), number(chiSquare.statistic), p(chiSquare.p), test);
  }
  rows.sort((a, b) => Number(b.decides) - Number(a.decides));
  if (ks !== null) add(label(page, 'methodKsLong'), fixed(ks.d), p(ks.p));
  if (wasserstein !== null) add(label(page, 'methodWassersteinLong'), fixed(wasserstein.robustSd));
  if (measures.psi !== null) add(label(page, 'methodPsiLong'), fixed(measures.psi));
  if (measures.jensenShannon !== null) add(label(page, 'methodJensenShannonLong'), fixed(measures.jensenShannon));
  if (chiSquare !== null) add(label(page, 'methodCramersV'), fixed(chiSquare.cramersV));
  add(label(page, 'methodTvd'), fixed(decision.tvd));
  if (decision.designEffect !== null) add(label(page, 'methodDesignEffect'), number(decision.designEffect));
  const change = column.missing.current.share - column.missing.reference.share;
  if (page.state.chunk === null) add(label(page, 'methodMissingLong'), formatShareChange(change, locale), p(column.missing.p));
  return rows;
}
