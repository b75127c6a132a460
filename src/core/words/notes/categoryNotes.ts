import { formatCount } from '../../format/count.ts';
import type { NoteCode } from '../../report/note.ts';
import type { RichText } from '../../report/richText.ts';
import { categoryText } from '../categoryText.ts';
import { dataText } from '../dataText.ts';
import { listText } from '../listText.ts';
import { type RichPart, rich } from '../rich.ts';
import type { NoteParts, NoteSentence } from './noteParts.ts';

/** Sentences on categories, or single numbers, that came or went. */
export const categoryNotes = {
  new_categories: (parts) => (ordered(parts) ? newNumbers(parts) : newCategories(parts)),
  vanished_categories: (parts) => (ordered(parts) ? vanishedNumbers(parts) : vanishedCategories(parts)),
} satisfies Partial<Record<NoteCode, NoteSentence>>;

function ordered({ column }: NoteParts): boolean {
  return column?.categories?.ordered === true;
}

function newNumbers(parts: NoteParts): RichText {
  const { t, who, count, share, one } = parts;
  const told = [count('rows'), share('share'), exampleList(parts, 'fresh')] as const;
  return one('categories')
    ? rich(t, '{0}: 1 value that reference does not have, in {1} rows ({2} of all): {3}.', who, ...told)
    : rich(t, '{0}: {1} values that reference does not have, in {2} rows ({3} of all): {4}.', who, count('categories'), ...told);
}

function newCategories(parts: NoteParts): RichText {
  const { t, who, count, share, one } = parts;
  const told = [count('rows'), share('share'), exampleList(parts, 'fresh')] as const;
  return one('categories')
    ? rich(t, '{0}: 1 category that reference does not have, in {1} rows ({2} of values): {3}.', who, ...told)
    : rich(t, '{0}: {1} categories that reference does not have, in {2} rows ({3} of values): {4}.', who, count('categories'), ...told);
}

function vanishedNumbers(parts: NoteParts): RichText {
  const { t, who, count, share, one } = parts;
  const told = [share('share'), exampleList(parts, 'vanished')] as const;
  return one('categories')
    ? rich(t, '{0}: 1 value of reference is gone ({1} of its rows): {2}.', who, ...told)
    : rich(t, '{0}: {1} values of reference are gone ({2} of its rows): {3}.', who, count('categories'), ...told);
}

function vanishedCategories(parts: NoteParts): RichText {
  const { t, who, count, share, one } = parts;
  const told = [share('share'), exampleList(parts, 'vanished')] as const;
  return one('categories')
    ? rich(t, '{0}: 1 category of reference is gone ({1} of its values): {2}.', who, ...told)
    : rich(t, '{0}: {1} categories of reference are gone ({2} of its values): {3}.', who, count('categories'), ...told);
}

/** The largest examples, from the counts of the column where they are known (the note holds them as one text); numbers in their order. */
function exampleList({ note, column, t, locale }: NoteParts, which: 'fresh' | 'vanished'): RichText {
  const values = column?.categories?.[which].values ?? [];
  if (column === undefined || values.length === 0) return [{ strong: dataText(String(note.values.examples ?? '–'), 120) }];
  const all = typeof note.values.categories === 'number' ? note.values.categories : values.length;
  const largest = values.slice(0, 3);
  if (column.categories?.ordered === true) largest.sort((a, b) => Number(a.value) - Number(b.value));
  const items = largest.map((one): RichPart => ({ strong: categoryText(one.value, column.kind) }));
  if (all > items.length) items.push(rich(t, '{0} more', formatCount(all - items.length, locale)));
  return listText(items, t, locale);
}
