import { formatNames } from '../data/dataFormats.ts';
import { evaluateSpec } from './evaluateSpec.ts';
import { byColumn, chunks, columnOrNone, endings, names, numberByColumn } from './optionForms.ts';
import { byName, called, choice, described, either, fields, list, number, type Of, optional, orNull, text, whole } from './shape.ts';

/*
 * What a comparison or evaluation can be asked. One line here, and its use, make a new field: its type, its reader, the JSON schema, the setting
 * in package.json (`npm run settings`), the option and its help come from it.
 */

const name = text();

export const role = called('Role', choice(['feature', 'target', 'prediction', 'score', 'timestamp', 'id', 'segment', 'weight', 'ignore']));

/** What a column may be read as. */
export const readAs = choice(['number', 'boolean', 'text', 'timestamp']);

export const profile = called('ProfileName', choice(['default', 'strict', 'sensitive']));

export const chunkUnits = ['auto', 'none', 'hour', 'day', 'week', 'month'] as const;

export const chunk = called(
  'ChunkSpec',
  either(fields({ by: choice(chunkUnits) }), fields({ rows: whole(1, 999_999_999) }), fields({ count: whole(1, 999_999_999) })),
  'How current (and reference, for context) is cut along time or file order. Weeks start on Monday; all times are UTC.',
);

export const fileFormat = called('FileFormat', choice(formatNames), 'How a file is read.');

/** A share of rows. */
export const share = number({ above: 0, most: 1, percent: true });

const path = described(text(1_000_000, 1), 'A file, a glob or a folder of parts.');

/** What is read as one table. */
export const dataset = called(
  'DatasetSpec',
  either(
    fields({ path }),
    fields({ path, rev: described(text(1_000, 1), 'The revision of git that the path is read at: a branch, a tag, a commit.') }),
    fields({ database: described(text(1_000_000, 1), 'A file that holds tables.'), table: described(text(1_000, 1), 'One of them.') }),
  ),
);

/** What is asked of the columns. */
const columns = {
  include: optional(list(name), {
    about: 'Only these columns are tested (all others are left out); absent: all.',
    help: (t) => t('Test only these columns (a comma in a name: \\,)'),
    option: { name: 'columns', takes: 'A,B', form: names, group: 'compared' },
  }),
  ignore: optional(list(name), {
    help: (t) => t('Leave these columns out'),
    option: { name: 'ignore', takes: 'A,B', form: names, group: 'compared' },
    setting: { name: 'ignoredColumns', order: 3, scope: 'resource', shape: list(text(1_000_000, 1)) },
  }),
  roles: optional(byName(role), {
    about: 'What a column is, where that is not to be found by itself.',
    help: (t) => t('feature, target, prediction, score, timestamp, id, segment, weight, ignore'),
    option: { name: 'role', takes: 'COLUMN=ROLE', form: byColumn, group: 'compared' },
  }),
  types: optional(byName(readAs), {
    about: 'What a column is read as, where that is not to be found by itself.',
    help: (t) => t('number, boolean, text, timestamp'),
    option: { name: 'type', takes: 'COLUMN=TYPE', form: byColumn, group: 'compared' },
  }),
  timestamp: optional(orNull(name), {
    about: 'The time axis; null: none even if one would be found.',
    help: (t) => t('Column of the time axis; none: no time axis'),
    option: { name: 'timestamp', takes: 'COLUMN', form: columnOrNone, group: 'time' },
  }),
  group: optional(name, {
    about: 'Rows with the same value belong together (a user, a session): they are tested by whole groups.',
    help: (t) => t('Rows with the same value belong together (a user, a session)'),
    option: { name: 'group', takes: 'COLUMN', group: 'time' },
  }),
  limits: optional(byName(share), {
    about: "Effect limit of a column (share of rows moved) in place of the profile's.",
    help: (t) => t('Limit of one column, such as 0.1 or 10%; may be repeated'),
    option: { name: 'limit', takes: 'COLUMN=SHARE', form: numberByColumn, group: 'decision' },
    setting: { name: 'limits', order: 4, scope: 'resource' },
  }),
  weights: optional(byName(number({ least: 0 })), {
    about: 'Weight of a column in the overall score; unnamed columns weigh 1.',
    help: (t) => t('Weight of a column in the overall score; may be repeated'),
    option: { name: 'weight', takes: 'COLUMN=N', form: numberByColumn, group: 'decision' },
  }),
};

/** How the time axis is cut, and what counts as drift. */
const decision = {
  chunk: optional(chunk, {
    help: (t) => t('auto (default), none, hour, day, week, month, rows=N or count=N'),
    option: { name: 'chunk', takes: 'HOW', form: chunks(chunkUnits), group: 'time' },
  }),
  profile: optional(profile, {
    about: 'How large and how certain a change must be before a column counts as drifted.',
    help: (t) =>
      t('default: q ≤ 0.05 and at least 5 % of rows moved\nstrict: q ≤ 0.01, for gates and schedules; sensitive: from 2 % of rows on'),
    option: { name: 'profile', takes: 'NAME', group: 'decision' },
    setting: { name: 'profile', order: 1, scope: 'resource' },
    standard: 'default',
  }),
} as const;

/** How files are read, and whether predictions are evaluated. */
const reading = {
  nullValues: optional(list(name), {
    about: 'Texts that are read as null in CSV and TSV beside the empty field.',
    help: (t) => t('Texts that mean a missing value in CSV and TSV, beside the empty field'),
    option: { name: 'null-values', takes: 'A,B', form: names, group: 'compared' },
    setting: { name: 'nullValues', order: 2, scope: 'resource' },
  }),
  dateOrder: optional(choice(['dmy', 'mdy']), {
    about:
      'Which comes first in dates such as 03/04/2024 where no value tells: the day (`dmy`) or the month (`mdy`). Without it such a column stays text.',
    help: (t) => t('dmy or mdy: which comes first in dates where no value tells'),
    option: { name: 'date-order', takes: 'ORDER', group: 'compared' },
    setting: { name: 'dateOrder', order: 2, scope: 'resource', shape: choice(['none', 'dmy', 'mdy']), silent: 'none' },
  }),
  evaluate: optional(evaluateSpec, { about: 'Evaluate current (and reference) as predictions, beside the comparison.' }),
  suffixes: optional(byName(fileFormat, 'ending'), {
    about: 'Ends of file names that are read as a format beside the known ones, in lower case with their dot: `{ ".dat": "csv" }`.',
    help: (t) => t('Read files of another ending as one of {0}; may be repeated', formatNames.join(', ')),
    option: { name: 'suffix', takes: '.END=FORMAT', form: endings, group: 'compared' },
    setting: { name: 'fileSuffixes', order: 7, scope: 'window' },
  }),
} as const;

/** What to compare and how. Everything but the datasets has a default. */
export const comparisonSpec = called(
  'ComparisonSpec',
  fields({
    reference: described(orNull(dataset), 'Null only where predictions are evaluated by themselves.'),
    current: dataset,
    ...decision,
    columns: optional(fields(columns)),
    ...reading,
  }),
  'What to compare and how. Everything but the datasets has a default.',
);

export type SpecLayer = Of<typeof specLayer>;

/** What one source says of comparisons: the settings, a file, choices that were remembered, arguments. Later ones stand above earlier ones. */
export const specLayer = fields({
  ...decision,
  columns: optional(
    fields({ ...columns, keep: optional(list(name), { about: 'Columns that stay although a source below leaves them out.' }) }),
  ),
  ...reading,
});
