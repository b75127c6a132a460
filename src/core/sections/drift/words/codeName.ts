import type { RichText } from '../../../report/richText.ts';
import { dataText } from '../../../words/dataText.ts';
import type { ColumnReport } from '../result.ts';

/** The name of a column as code, for titles. */
export function codeName(column: ColumnReport): RichText[number] {
  return { code: dataText(column.name) };
}
