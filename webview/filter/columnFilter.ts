import type { ColumnMark } from '../../src/core/check/verdict.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { ReportText } from '../../src/core/report/reportText.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import type { PageLabelKey } from '../../src/core/sections/pageLabelKeys.ts';
import { roleLabels } from '../column/roleLabels.ts';
import { columnText } from '../report/pageContext.ts';
import { columnSections, type FilterSection, filterSections } from './columnSections.ts';
import { type FilterTerm, filterTerms } from './filterTerms.ts';

const verdicts = ['alert', 'watch', 'cannot_tell', 'ok', 'not_tested'] as const;

export const sectionLabels: Readonly<Record<FilterSection, PageLabelKey>> = {
  drift: 'filterDrift',
  schema: 'filterSchema',
  missing: 'methodMissing',
  new: 'filterNew',
  vanished: 'filterVanished',
  range: 'filterRange',
  quality: 'filterQuality',
};

/** A column with all it can be found by, in lower case. */
interface FilterEntry {
  readonly column: ColumnReport;
  readonly name: string;
  readonly types: readonly string[];
  readonly roles: readonly string[];
  readonly sections: readonly string[];
}

/** What columns of a report can be found by, worked out once. */
export interface FilterIndex {
  readonly entries: ReadonlyMap<ColumnReport, FilterEntry>;
  /** Verdicts by their code and by their word in the reader's language. */
  readonly verdicts: ReadonlyMap<string, ColumnMark>;
  /** Every value a key can take, in both languages. */
  readonly values: Readonly<Record<'type' | 'role' | 'section', readonly string[]>>;
}

/** Prepares the columns of a report to be filtered. `labels`: the page's words by key. */
export function filterIndex(
  columns: readonly ColumnReport[],
  report: Report,
  text: ReportText,
  labels: Readonly<Record<PageLabelKey, string>>,
): FilterIndex {
  const sections = columnSections(report);
  const entries = new Map<ColumnReport, FilterEntry>();
  for (const column of columns) {
    const kind = columnText(text, column.name).kind;
    const roleLabel = roleLabels[column.role];
    entries.set(column, {
      column,
      name: column.name.toLowerCase(),
      types: lower([column.kind, column.treatedAs ?? '', column.role, kind]),
      roles: lower([column.role, roleLabel === undefined ? '' : labels[roleLabel]]),
      sections: lower([...(sections.get(column.name) ?? [])].flatMap((section) => [section, labels[sectionLabels[section]]])),
    });
  }
  const all = [...entries.values()];
  const spoken = verdicts.map((verdict) => [text.verdicts[verdict].word.toLowerCase(), verdict] as const);
  return {
    entries,
    verdicts: new Map<string, ColumnMark>([...verdicts.map((verdict) => [verdict, verdict] as const), ...spoken]),
    values: {
      type: [...new Set([...lower(['number', 'text', 'category', 'boolean', 'timestamp']), ...all.flatMap((entry) => entry.types)])],
      role: lower(Object.entries(roleLabels).flatMap(([role, key]) => [role, labels[key]])),
      section: lower(filterSections.flatMap((section) => [section, labels[sectionLabels[section]]])),
    },
  };
}

/** The columns that answer to a filter, and its terms no column could answer to: these are passed over, and are to be said. */
export interface Filtered {
  readonly columns: ColumnReport[];
  readonly unknown: readonly { readonly typed: string; readonly key: string | null }[];
}

/** Columns, in their order, that answer to every term of a filter. `verdictOf` judges a column in the window that is looked at. */
export function filterColumns(
  columns: readonly ColumnReport[],
  filter: string,
  index: FilterIndex,
  verdictOf: (column: ColumnReport) => ColumnMark,
): Filtered {
  const terms = filterTerms(filter);
  const unknown = terms.filter((term) => !isKnown(term, index));
  const asked = terms.filter((term) => !unknown.includes(term));
  const shown = columns.filter((column) => {
    const entry = index.entries.get(column);
    return entry !== undefined && asked.every((term) => answers(entry, term, index, verdictOf) !== term.negated);
  });
  return { columns: shown, unknown: unknown.map((term) => ({ typed: term.typed, key: term.unknownKey })) };
}

function isKnown(term: FilterTerm, index: FilterIndex): boolean {
  // A colon may be a part of a name.
  if (term.unknownKey !== null) return [...index.entries.values()].some((entry) => entry.name.includes(term.value));
  if (term.kind === 'word' || term.kind === 'name') return true;
  return index.values[term.kind].some((value) => value.startsWith(term.value));
}

function answers(entry: FilterEntry, term: FilterTerm, index: FilterIndex, verdictOf: (column: ColumnReport) => ColumnMark): boolean {
  const starts = (values: readonly string[]): boolean => values.some((value) => value.startsWith(term.value));
  switch (term.kind) {
    case 'word': {
      const verdict = index.verdicts.get(term.value);
      return verdict === undefined ? entry.name.includes(term.value) : verdictOf(entry.column) === verdict;
    }
    case 'name':
      return entry.name.includes(term.value);
    case 'type':
      return starts(entry.types);
    case 'role':
      return starts(entry.roles);
    case 'section':
      return starts(entry.sections);
  }
}

function lower(values: readonly string[]): string[] {
  return values.filter((value) => value !== '').map((value) => value.toLowerCase());
}
