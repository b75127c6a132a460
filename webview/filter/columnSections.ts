import type { FindingCode } from '../../src/core/check/finding.ts';
import type { NoteCode } from '../../src/core/report/note.ts';
import type { Report } from '../../src/core/report/report.ts';
import { columnsOf, notesOf } from '../../src/core/report/sectionOf.ts';

/** What a note or finding can be about, as a filter names it. */
export const filterSections = ['drift', 'schema', 'missing', 'new', 'vanished', 'range', 'quality'] as const;
export type FilterSection = (typeof filterSections)[number];

const ofNotes: Readonly<Partial<Record<NoteCode, FilterSection>>> = {
  column_only_in_reference: 'schema',
  column_only_in_current: 'schema',
  type_changed: 'schema',
  values_unreadable: 'schema',
  duplicate_column_name: 'schema',
  all_null: 'missing',
  missing_share_changed: 'missing',
  new_categories: 'new',
  vanished_categories: 'vanished',
  out_of_range: 'range',
  infinite_values: 'range',
};

const ofFindings: Readonly<Partial<Record<FindingCode, FilterSection>>> = {
  'drift/distribution': 'drift',
  'drift/chunk': 'drift',
  'drift/block': 'drift',
  'drift/missing': 'missing',
  'quality/missing-column': 'schema',
  'quality/type-changed': 'schema',
  'quality/new-categories': 'new',
};

/** Of each column of a report what its notes, findings and verdict are about; every note is of `quality`, too. */
export function columnSections(report: Report): Map<string, Set<FilterSection>> {
  const sections = new Map<string, Set<FilterSection>>(columnsOf(report).map((column) => [column.name, new Set()]));
  for (const column of columnsOf(report)) {
    if (column.verdict !== 'alert' && column.verdict !== 'watch') continue;
    sections.get(column.name)?.add(column.cause === 'missing' ? 'missing' : 'drift');
  }
  for (const note of notesOf(report)) {
    if (note.column === null) continue;
    const section = ofNotes[note.code];
    sections.get(note.column)?.add('quality');
    if (section !== undefined) sections.get(note.column)?.add(section);
  }
  for (const finding of report.findings) {
    const section = ofFindings[finding.code];
    if (section !== undefined) sections.get(finding.column)?.add(section);
    if (finding.code.startsWith('quality/')) sections.get(finding.column)?.add('quality');
  }
  return sections;
}
