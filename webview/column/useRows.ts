import { useEffect, useState } from 'preact/hooks';
import type { HostMethods, RowsRequest } from '../../src/shared/webviewProtocol.ts';
import type { Page } from '../report/pageContext.ts';

/** A page of rows on its way, there, or not to be had. While one is on its way the last one stays. */
export interface RowsState {
  readonly loading: boolean;
  readonly rows: HostMethods['rows']['result'] | null;
  readonly error: string | null;
  readonly again: () => void;
}

/** Asks the host for rows whenever the request changes; only the answer to the last request counts. */
export function useRows(page: Page, request: RowsRequest): RowsState {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Omit<RowsState, 'again'>>({ loading: true, rows: null, error: null });
  const key = JSON.stringify(request);
  useEffect(() => {
    let gone = false;
    setState((last) => ({ ...last, loading: true, error: null }));
    const show = (rows: HostMethods['rows']['result'] | null, error: string | null): void => {
      if (!gone) setState({ loading: false, rows, error });
    };
    page.rows(request).then(
      (rows) => show(rows, null),
      (error: unknown) => show(null, error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
    };
  }, [key, turn, page.rows]);
  return { ...state, again: () => setTurn(turn + 1) };
}
