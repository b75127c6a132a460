import type { ColumnReport } from '../../src/core/report/report.ts';
import type { ReportText } from '../../src/core/report/reportText.ts';
import { columnText } from './pageContext.ts';

const verdicts = ['alert', 'watch', 'ok', 'not_tested'] as const;

/**
 * Columns that answer to every word of a filter: a verdict (its code or its word in the reader's language), `type:…` (kind,
 * role or how it was treated), or a part of the name.
 */
export function filterColumns(columns: readonly ColumnReport[], filter: string, text: ReportText): ColumnReport[] {
  const terms = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');
  return columns.filter((column) => terms.every((term) => answers(column, term, text)));
}

function answers(column: ColumnReport, term: string, text: ReportText): boolean {
  const named = verdicts.find((verdict) => verdict === term || text.verdicts[verdict].word.toLowerCase() === term);
  if (named !== undefined && column.worst === named) return true;
  if (term.startsWith('type:')) {
    const wanted = term.slice('type:'.length);
    const kinds = [column.kind, column.treatedAs ?? '', column.role, columnText(text, column.name).kind.toLowerCase()];
    return wanted === '' || kinds.some((kind) => kind.startsWith(wanted));
  }
  return column.name.toLowerCase().includes(term);
}
