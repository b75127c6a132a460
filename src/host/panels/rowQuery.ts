import type { RowQuery, RowWindow } from '../../core/data/rowsPage.ts';
import type { Report } from '../../core/report/report.ts';
import type { RowsRequest } from '../../shared/webviewProtocol.ts';

const most = 100;

/** The part of a dataset that a request means: a chunk cuts current only, it is judged against the whole of reference. */
function windowOf(report: Report, { side, chunk }: RowsRequest): RowWindow | null {
  const { time } = report;
  const cut = side === 'current' && chunk !== null ? time?.chunks[chunk] : undefined;
  if (!time || !cut) return null;
  const { from, to } = cut;
  return time.column === null || time.unit === 'rows' ? { kind: 'rows', from, to } : { kind: 'time', column: time.column, from, to };
}

/** The rows a page asks for, as the engine takes it. */
export function rowQuery(report: Report, request: RowsRequest): RowQuery {
  return {
    column: request.column,
    selection: request.selection,
    window: windowOf(report, request),
    offset: Math.max(0, Math.floor(request.offset)),
    limit: Math.min(most, Math.max(1, Math.floor(request.limit))),
  };
}
