import { columnsOf, resultOf } from '../../src/core/report/sectionOf.ts';
import type { PageContent, PageState } from '../../src/shared/webviewProtocol.ts';

/** Whether something kept over a reload is a page's state: an older version may have kept another shape. */
export function isPageState(state: unknown): state is PageState {
  if (typeof state !== 'object' || state === null) return false;
  const { reportId, tab, filter, sort, column, chunk, measure, range, evaluation } = state as Record<string, unknown>;
  const texts = [reportId, tab, filter, sort].every((text) => typeof text === 'string');
  const place = (column === null || typeof column === 'string') && (chunk === null || typeof chunk === 'number');
  return (
    texts && place && (measure === undefined || typeof measure === 'string') && isRange(range ?? null) && isNavigation(evaluation ?? {})
  );
}

function isNavigation(evaluation: unknown): boolean {
  if (typeof evaluation !== 'object' || evaluation === null) return false;
  const { threshold, falsePositive, falseNegative, ...names } = evaluation as Record<string, unknown>;
  const numbers = [threshold, falsePositive, falseNegative];
  return (
    Object.values(names).every((name) => name === undefined || typeof name === 'string') &&
    numbers.every((value) => value === undefined || Number.isFinite(value))
  );
}

function isRange(range: unknown): boolean {
  return range === null || (Array.isArray(range) && range.length === 2 && range.every((chunk) => typeof chunk === 'number'));
}

/** Where a report opens: where the host points, else where the page was, else at the most suspect column since it moved. */
export function initialState(
  content: Pick<Extract<PageContent, { kind: 'report' }>, 'report' | 'reportId' | 'select'>,
  saved: PageState | null,
): PageState {
  const { report, reportId, select } = content;
  const kept = saved !== null && saved.reportId === reportId ? saved : null;
  const fresh: PageState = { reportId, column: null, chunk: null, tab: 'distribution', filter: '', sort: 'worst' };
  const known = (name: string | null | undefined): boolean => columnsOf(report).some((column) => column.name === name);
  if (select !== null && known(select.column)) return { ...(kept ?? fresh), column: select.column, chunk: select.chunk };
  if (kept !== null && (known(kept.column) || columnsOf(report).length === 0)) return kept;
  const name =
    resultOf(report, 'drift')?.summary.suspects[0]?.column ??
    columnsOf(report).find((column) => column.verdict !== 'not_tested')?.name ??
    null;
  const column = columnsOf(report).find((candidate) => candidate.name === name);
  return { ...(kept ?? fresh), column: name, chunk: column?.since ?? null };
}
