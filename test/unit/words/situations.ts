import type { Finding } from '../../../src/core/check/finding.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { ColumnReport } from '../../../src/core/sections/drift/result.ts';
import { columnsIntro } from '../../../src/core/sections/drift/words/columnsIntro.ts';
import { columnText } from '../../../src/core/sections/drift/words/columnText.ts';
import { driftSentence } from '../../../src/core/sections/drift/words/driftSentence.ts';
import { headline } from '../../../src/core/sections/drift/words/headline.ts';
import { statusText } from '../../../src/core/sections/drift/words/statusText.ts';
import { findingText } from '../../../src/core/sections/findingText.ts';
import { schemaSentence } from '../../../src/core/sections/quality/words/schemaSentence.ts';
import { title } from '../../../src/core/sections/title.ts';
import { plainText } from '../../../src/core/words/plainText.ts';
import { progressText } from '../../../src/core/words/progressText.ts';
import type { Translate } from '../../../src/core/words/translate.ts';
import type { ReportChanges } from '../../harness/changedReport.ts';
import { categories, cells, chunksOf, column, missing, months, moved, note, numbers, report, untested } from './makeReport.ts';

type Say = (t: Translate, locale: string) => string;

const titleOf =
  (of: Report): Say =>
  (t, locale) =>
    plainText(title(of, t, locale));
const driftOf =
  (of: Report): Say =>
  (t, locale) =>
    plainText(driftSentence(of, t, locale));
const headlineOf =
  (one: ColumnReport, changes: ReportChanges = {}): Say =>
  (t, locale) =>
    plainText(headline(one, report([one], changes), t, locale));
const statusOf =
  (one: ColumnReport, changes: ReportChanges = {}): Say =>
  (t, locale) =>
    statusText(one, report([one], changes), t, locale);
const findingOf =
  (finding: Partial<Finding>, one: ColumnReport, changes: ReportChanges = {}): Say =>
  (t, locale) =>
    findingText(
      {
        code: 'drift/distribution',
        severity: 'warning',
        column: one.name,
        chunk: null,
        value: one.effect,
        limit: 0.05,
        q: one.q,
        ...finding,
      },
      report([one], changes),
      t,
      locale,
    );

const movedOf =
  (one: ColumnReport, changes: ReportChanges = {}): Say =>
  (t, locale) =>
    columnText(one, report([one], changes), t, locale).moved;

const steady = (n: number): ColumnReport[] => Array.from({ length: n }, (_, i) => column(`steady_${i + 1}`));
const time = months(10);
const fromJune = cells('.......AAA');
const few = {
  verdict: 'cannot_tell',
  visible: 0.12,
  rowsNeeded: { current: 600, reference: null },
  n: { reference: 10_000, current: 120 },
} as const;
const withinOf = (within: 'blocks' | 'chance') => ({ ...column('x').whole, effect: 0, tvd: 0.2, within });
const asDaysDiffer = (name: string): ColumnReport =>
  column(name, { verdict: 'cannot_tell', visible: 1, effect: 0, whole: withinOf('blocks'), rowsNeeded: null });
const bound = { verdict: 'cannot_tell', visible: 0.12, rowsNeeded: { current: 40_000, reference: 40_000 } } as const;
const days = { by: 'day', column: 'time', reference: 28, current: 28, enough: true } as const;
const category = { kind: 'text', treatedAs: 'category', numeric: null } as const;

/** What is said in which situation. */
export const situations: Readonly<Record<string, Say>> = {
  // Titles
  'title: three moved, one first': titleOf(
    report(
      [
        moved('repaid', { chunks: cells('......AAAA'), since: 6 }),
        moved('car_value', { chunks: fromJune, since: 7 }),
        moved('debt', { chunks: fromJune, since: 7 }),
        ...steady(6),
      ],
      { time },
    ),
  ),
  'title: all from the same month on': titleOf(
    report([moved('a', { chunks: fromJune, since: 7 }), moved('b', { chunks: fromJune, since: 7 }), column('c')], { time }),
  ),
  'title: two of three first': titleOf(
    report(
      [
        moved('a', { chunks: fromJune, since: 7 }),
        moved('b', { chunks: fromJune, since: 7 }),
        moved('c', { chunks: cells('........AA'), since: 8 }),
      ],
      { time },
    ),
  ),
  'title: without time': titleOf(report([moved('a', { effect: 0.1 }), moved('b', { effect: 0.3 }), ...steady(7)])),
  'title: one of nine, since': titleOf(report([moved('a', { chunks: fromJune, since: 7 }), ...steady(8)], { time })),
  'title: one of nine, in one month only': titleOf(
    report([column('a', { verdict: 'alert', cause: 'chunk', chunks: cells('..A.......'), since: 2 }), ...steady(8)], { time }),
  ),
  'title: one broken day': titleOf(
    report(
      [
        column('a', {
          verdict: 'alert',
          cause: 'block',
          block: { at: Date.UTC(2019, 2, 4), effect: 0.83, p: 1e-9, q: 1e-8 },
          effect: 0.83,
        }),
        ...steady(8),
      ],
      { time, blocks: days },
    ),
  ),
  'title: a stray day does not lead': titleOf(
    report([moved('a', { chunks: cells('.A..A.....'), since: 1 }), moved('b', { chunks: fromJune, since: 7 }), ...steady(2)], { time }),
  ),
  'title: single column': titleOf(report([moved('a')])),
  'title: single column, every month': titleOf(report([moved('a', { chunks: cells('AAAA'), since: 0 })], { time: months(4) })),
  'title: missing values only': titleOf(
    report([column('a', { verdict: 'alert', cause: 'missing', missing: missing(0.02, 0.14, 'alert', 0.00001) }), ...steady(8)]),
  ),
  'title: nothing moved': titleOf(report(steady(9))),
  'title: nothing moved, single column': titleOf(report(steady(1))),
  'title: to watch': titleOf(
    report([column('a', { verdict: 'watch', cause: 'whole' }), column('b', { verdict: 'watch', cause: 'whole' }), ...steady(7)]),
  ),
  'title: to watch, and too few rows': titleOf(report([column('a', { verdict: 'watch', cause: 'whole' }), column('b', few), ...steady(7)])),
  'title: cannot tell for some': titleOf(report([column('a', few), column('b', few), column('c', few), column('d', few), ...steady(5)])),
  'title: cannot tell for any': titleOf(report([column('a', few), column('b', { ...few, rowsNeeded: { current: 450, reference: null } })])),
  'title: far too few rows': titleOf(report([untested('a', 'too_few_rows'), untested('b', 'too_few_rows'), untested('id', 'identifier')])),
  'title: reference too small': titleOf(report([column('a', bound), column('b')])),
  'title: nothing tested': titleOf(report([untested('id', 'identifier'), untested('note', 'free_text')])),
  'title: a column is gone': titleOf(
    report([untested('a', 'only_in_reference'), ...steady(8)], {
      notes: [note('column_only_in_reference', {}, { level: 'alert', column: 'a' })],
    }),
  ),
  'title: same file': titleOf(report(steady(3), { notes: [note('same_file')] })),

  // Columns
  'column: higher': headlineOf(moved('car_value')),
  'column: higher, over the limit at the end': headlineOf(moved('car_value', { chunks: fromJune, since: 7 }), { time }),
  'column: lower, median the same': headlineOf(
    moved('n', {
      numeric: { reference: numbers(5, 2, 5.6), current: numbers(5, 2, 5.1) },
      movement: { kind: 'lower', category: null, from: 5, to: 5 },
    }),
  ),
  'column: more spread out': headlineOf(
    moved('x', {
      effect: 0.1,
      numeric: { reference: numbers(0, 10), current: numbers(0, 14) },
      movement: { kind: 'more_spread', category: null, from: 10, to: 14 },
    }),
  ),
  'column: shape': headlineOf(
    moved('x', {
      numeric: { reference: numbers(0.5, 1), current: numbers(0.55, 1) },
      movement: { kind: 'shape', category: null, from: null, to: null },
    }),
  ),
  'column: category more frequent': headlineOf(
    moved('plan', { ...category, effect: 0.14, movement: { kind: 'category_up', category: 'visa', from: 0.41, to: 0.55 } }),
  ),
  'column: new category': headlineOf(
    moved('plan', { ...category, effect: 0.12, movement: { kind: 'new_category', category: 'visa', from: 0, to: 0.12 } }),
  ),
  'column: category gone': headlineOf(
    moved('plan', { ...category, effect: 0.12, movement: { kind: 'vanished_category', category: 'visa', from: 0.12, to: 0 } }),
  ),
  'column: flag': headlineOf(
    moved('repaid', {
      ...category,
      kind: 'boolean',
      effect: 0.14,
      movement: { kind: 'category_up', category: 'true', from: 0.41, to: 0.55 },
    }),
  ),
  'column: missing values alert, values calm': headlineOf(
    column('age', { verdict: 'alert', cause: 'missing', missing: missing(0.02, 0.14, 'alert', 0.00001) }),
  ),
  'column: missing values changed under the limit': headlineOf(
    column('age', { verdict: 'watch', cause: 'missing', missing: missing(0.02, 0.05, 'watch', 0.001) }),
  ),
  'column: in chunks only': headlineOf(column('car_value', { verdict: 'alert', cause: 'chunk', chunks: cells('.A......A.'), since: 1 }), {
    time,
  }),
  'column: watch of chunks': headlineOf(
    column('car_value', { verdict: 'watch', cause: 'chunk', chunks: cells('.W......W.'), p: 0.02, q: 0.21 }),
    { time },
  ),
  'column: one broken day': headlineOf(
    column('car_value', {
      verdict: 'alert',
      cause: 'block',
      block: { at: Date.UTC(2019, 2, 4), effect: 0.83, p: 1e-9, q: 1e-8 },
      effect: 0.83,
    }),
    { time, blocks: days },
  ),
  'column: missing values in one month': headlineOf(
    column('age', { verdict: 'alert', cause: 'missing', missing: { ...missing(0.02, 0.05, 'alert', 0.00001), at: 0.4, chunk: 2 } }),
    { time },
  ),
  'column: watch': headlineOf(column('x', { verdict: 'watch', cause: 'whole', p: 0.02, q: 0.21, effect: 0.07 })),
  'column: moved under the limit': headlineOf(
    column('x', { certain: true, q: 1, effect: 0.04, movement: { kind: 'higher', category: null, from: 22_300, to: 22_900 } }),
  ),
  'column: moved a very little': headlineOf(column('x', { certain: true, q: 1, effect: 0 })),
  'column: no move seen': headlineOf(column('x')),
  'column: cannot tell': headlineOf(column('x', few)),
  'column: as far as days of the reference differ': headlineOf(asDaysDiffer('x'), { blocks: days }),
  'column: as far as chance gives': headlineOf(column('x', { whole: withinOf('chance') })),
  'cell: as far as days of the reference differ': movedOf(asDaysDiffer('x'), { blocks: days }),
  'cell: as far as chance gives': movedOf(column('x', { effect: 0, whole: withinOf('chance') })),
  'cell: certain, and next to nothing': movedOf(column('x', { effect: 0, certain: true, whole: withinOf('chance') })),
  'cell: nothing moved': movedOf(column('x', { effect: 0 })),
  'column: no move seen, categories': headlineOf(column('x', { ...category })),
  'column: reference too small to tell': headlineOf(column('x', bound)),
  'column: days of the reference too few to tell': headlineOf(column('x', bound), { blocks: days }),
  'column: nothing would have been seen': headlineOf(column('x', { ...bound, visible: 1, rowsNeeded: null }), { blocks: days }),
  'column: too few days': headlineOf(untested('x', 'too_few_blocks', { verdict: 'cannot_tell' }), { blocks: days }),
  'column: too few rows': headlineOf(untested('x', 'too_few_rows', { n: { reference: 400, current: 12 } })),
  'column: identifier': headlineOf(untested('id', 'identifier')),
  'column: no values any more': headlineOf(untested('x', 'all_null', { n: { reference: 400, current: 0 } })),
  'column: type changed': headlineOf(untested('x', 'type_changed', { types: { reference: 'BIGINT', current: 'VARCHAR' } })),

  // Status: when
  'status: since': statusOf(moved('x', { chunks: fromJune, since: 7 }), { time }),
  'status: since, and once before': statusOf(moved('x', { chunks: cells('.A.....AAA'), since: 7 }), { time }),
  'status: in nearly all months': statusOf(moved('x', { chunks: cells('AAAAAAA.AAA'), since: 0 }), { time: months(11) }),
  'status: one broken day': statusOf(
    column('x', { verdict: 'alert', cause: 'block', block: { at: Date.UTC(2019, 2, 4), effect: 0.83, p: 1e-9, q: 1e-8 } }),
    { time, blocks: days },
  ),
  'status: in the last month': statusOf(moved('x', { chunks: cells('.........A'), since: 9 }), { time }),
  'status: in most months since': statusOf(moved('x', { chunks: cells('....AA.AA.'), since: 4 }), { time }),
  'status: in some months': statusOf(moved('x', { chunks: cells('.A..A.....'), since: 1 }), { time }),
  'status: since a week': statusOf(moved('x', { chunks: cells('..AA'), since: 2 }), { time: chunksOf('week', 4) }),
  'status: on one day': statusOf(moved('x', { chunks: cells('..A.'), since: 2 }), { time: chunksOf('day', 4) }),
  'status: in one hour': statusOf(moved('x', { chunks: cells('..A.'), since: 2 }), { time: chunksOf('hour', 4) }),
  'status: since rows': statusOf(moved('x', { chunks: cells('..AA'), since: 2 }), { time: chunksOf('rows', 4) }),
  'status: cannot tell': statusOf(column('x', few)),
  'status: not tested': statusOf(untested('x', 'free_text')),

  // Drift
  'drift: of everything something': driftOf(
    report(
      [
        moved('car_value', { chunks: fromJune, since: 7 }),
        column('income', { verdict: 'alert', cause: 'chunk', chunks: cells('..A.......'), since: 2 }),
        column('tenure', { verdict: 'watch', cause: 'whole', p: 0.02, q: 0.21, effect: 0.07 }),
        column('length', { certain: true, q: 1, effect: 0.04 }),
        ...steady(4),
        column('region', few),
        untested('id', 'identifier'),
      ],
      { time },
    ),
  ),
  'drift: nothing': driftOf(report(steady(9))),
  'drift: five alerts': driftOf(report(['a', 'b', 'c', 'd', 'e'].map((name, i) => moved(name, { effect: 0.5 - i * 0.1 })))),
  'drift: to watch in single chunks': driftOf(
    report([column('a', { verdict: 'watch', cause: 'chunk', chunks: cells('..W.......') }), ...steady(2)], { time }),
  ),
  'drift: one broken day': driftOf(
    report(
      [
        column('a', {
          verdict: 'alert',
          cause: 'block',
          block: { at: Date.UTC(2019, 2, 4), effect: 0.83, p: 1e-9, q: 1e-8 },
          effect: 0.83,
        }),
        ...steady(2),
      ],
      { time, blocks: days },
    ),
  ),
  'drift: as far as days of the reference differ': driftOf(report([asDaysDiffer('a'), asDaysDiffer('b')], { blocks: days })),
  'drift: cannot tell, the days of the reference are the bound': driftOf(
    report(
      [
        column('a', bound),
        column('b', { ...bound, visible: 0.3 }),
        untested('c', 'too_few_blocks', { verdict: 'cannot_tell' }),
        ...steady(1),
      ],
      {
        time,
        blocks: days,
      },
    ),
  ),
  'drift: two days of reference only': driftOf(
    report(steady(2), { blocks: { ...days, reference: 2, enough: false }, notes: [note('too_few_blocks', { by: 'day', blocks: 2 })] }),
  ),
  'drift: missing values in one month': driftOf(
    report(
      [
        column('age', {
          verdict: 'alert',
          cause: 'missing',
          since: 2,
          chunks: cells('..........').map((cell) => (cell.chunk === 2 ? { ...cell, missingVerdict: 'alert' } : cell)),
          missing: { ...missing(0.02, 0.05, 'alert', 0.00001), at: 0.4, chunk: 2 },
        }),
        ...steady(1),
      ],
      { time },
    ),
  ),
  'drift: missing values': driftOf(
    report([column('age', { verdict: 'alert', cause: 'missing', missing: missing(0.02, 0.14, 'alert', 0.00001) }), ...steady(1)]),
  ),

  'drift: two went over the limit in the same month, three in another': driftOf(
    report(
      [
        moved('a', { chunks: fromJune, since: 7, effect: 0.4 }),
        moved('b', { chunks: fromJune, since: 7, effect: 0.3 }),
        moved('c', { chunks: cells('..A.......'), since: 2, effect: 0.2 }),
        moved('d', { chunks: cells('..A.......'), since: 2, effect: 0.1 }),
        moved('e', { chunks: cells('..A.......'), since: 2, effect: 0.08 }),
        // Once before, in every month, in some: no beginning that could be shared.
        moved('f', { chunks: cells('.A.....AAA'), since: 7, effect: 0.07 }),
        moved('g', { chunks: cells('AAAAAAAAAA'), since: 0, effect: 0.06 }),
        moved('h', { chunks: cells('AAAAAAAAAA'), since: 0, effect: 0.06 }),
      ],
      { time },
    ),
  ),
  'drift: all went over the limit in the same month, as the title says': driftOf(
    report([moved('a', { chunks: fromJune, since: 7 }), moved('b', { chunks: fromJune, since: 7 })], { time }),
  ),
  'drift: missing values that changed alike': driftOf(
    report([
      column('age', { verdict: 'alert', cause: 'missing', missing: missing(0.02, 0.14, 'alert', 0.00001) }),
      column('income', { verdict: 'alert', cause: 'missing', missing: missing(0.021, 0.1449, 'alert', 0.00001) }),
      column('city', { verdict: 'alert', cause: 'missing', missing: missing(0.02, 0.15, 'alert', 0.00001) }),
    ]),
  ),
  'column: nearly all rows of one month': headlineOf(
    column('car_value', { verdict: 'alert', cause: 'chunk', chunks: cells('.A........', 0.997), since: 1 }),
    { time },
  ),

  // Schema and blocks
  'schema: same columns, an identifier': (t, locale) =>
    plainText(schemaSentence(report([untested('id', 'identifier'), ...steady(11)], { time }), t, locale)),
  'schema: missing and new columns': (t, locale) =>
    plainText(schemaSentence(report([untested('old', 'only_in_reference'), untested('new', 'only_in_current'), ...steady(3)]), t, locale)),
  'intro: days go together': (t, locale) =>
    plainText(
      columnsIntro(report([...steady(9), untested('id', 'identifier')], { blocks: { ...days, reference: 300, current: 300 } }), t, locale),
    ),

  // Findings
  'finding: moved, since': findingOf({}, moved('car_value', { chunks: fromJune, since: 7 }), { time }),
  'finding: in one month only': findingOf(
    { code: 'drift/chunk', value: 0.16 },
    column('car_value', { verdict: 'alert', cause: 'chunk', chunks: cells('..A.......'), since: 2 }),
    { time },
  ),
  'finding: moved, one month further than the whole': findingOf(
    { value: 0.27 },
    moved('car_value', { chunks: fromJune, since: 7, effect: 0.27, effectChunk: 8 }),
    { time },
  ),
  'finding: one broken day': findingOf(
    { code: 'drift/block', value: 0.83 },
    column('x', { verdict: 'alert', cause: 'block', block: { at: Date.UTC(2019, 2, 4), effect: 0.83, p: 1e-9, q: 1e-8 } }),
    { time, blocks: days },
  ),
  'finding: missing values': findingOf(
    { code: 'drift/missing', value: 0.12 },
    column('age', { missing: missing(0.02, 0.14, 'alert', 0.00001) }),
  ),
  'finding: column gone': findingOf({ code: 'quality/missing-column' }, untested('age', 'only_in_reference')),
  'finding: new categories': findingOf(
    { code: 'quality/new-categories' },
    column('plan', { ...category, categories: categories({ basic: [9000, 8000], visa: [0, 1500], amex: [0, 500] }) }),
  ),

  // Progress
  'progress: columns': (t) => progressText({ stage: 'columns', done: 11, total: 50, item: 'car_value' }, t),
};
