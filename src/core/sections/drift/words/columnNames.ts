import type { RichText } from '../../../report/richText.ts';
import { listText } from '../../../words/listText.ts';
import { nameText } from '../../../words/nameText.ts';
import type { Translate } from '../../../words/translate.ts';
import type { ColumnReport } from '../result.ts';

/** The names of columns, one after the other. */
export function columnNames(columns: readonly ColumnReport[], t: Translate, locale: string): RichText {
  return listText(
    columns.map((column) => nameText(column.name)),
    t,
    locale,
  );
}
