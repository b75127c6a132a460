import type { RowsRequest } from '../../src/shared/webviewProtocol.ts';

/** Rows someone wants to see: a bin, a category or the missing values of a column, with its name in words. */
export interface RowsAsked {
  readonly column: string;
  readonly name: string;
  readonly selection: RowsRequest['selection'];
}
