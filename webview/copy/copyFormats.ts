import type { TableFormat } from '../common/tableText.ts';
import { label, type Page } from '../report/pageContext.ts';

/** Entries of a menu that copies a table. */
export function tableFormats(page: Page): { readonly id: TableFormat; readonly text: string }[] {
  return [
    { id: 'markdown', text: label(page, 'copyMarkdown') },
    { id: 'csv', text: label(page, 'copyCsv') },
    { id: 'tsv', text: label(page, 'copyTsv') },
  ];
}
