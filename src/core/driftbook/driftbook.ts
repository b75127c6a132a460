import { chunkUnits } from '../spec/comparisonSpec.ts';
import { anything, called, either, fields, list, type Of, optional, type Shape, text, variant, whole, written } from '../spec/shape.ts';
import { cellKinds, type DriftbookCell } from './cells/registry.ts';
import { columnsShape } from './columnsShape.ts';

/*
 * What a driftbook file holds, said once: its type, its reader with places, its JSON schema (`npm run schema`) and its completions come from here.
 */

/** The version of the format that is written here. */
export const driftbookVersion = 1;

/** Most cells of a file. */
const mostCells = 1000;
const name = text(1_000_000, 1);

export const datasetShape = called(
  'Dataset',
  fields({
    path: text(10_000, 1),
    last: optional(written(/^[1-9]\d{0,3}[hdwm]$/, '7d'), {
      about: 'Only the newest part by the time column: so many hours (h), days (d), weeks (w) or months (m).',
    }),
    rev: optional(text(1000, 1), { about: 'The file as it was at a revision, branch or tag of git, or of DVC.' }),
    table: optional(text(1000, 1), { about: 'Table of a SQLite file.' }),
  }),
  'What is read as one table. Paths lead from the folder of the driftbook.',
);

const labelsShape = called(
  'Labels',
  fields({ path: text(10_000, 1), key: either(name, list(name, 100)), table: optional(text(1000, 1)) }),
  'Labels that come later, in a file of their own, and the columns that say which row they belong to.',
);

const later = (about: string) => optional(anything<unknown>(), { about });

const cells = variant(Object.fromEntries(Object.entries(cellKinds).map(([kind, { form }]) => [kind, form]))) as Shape<DriftbookCell>;

export const driftbookShape = called(
  'Driftbook',
  fields({
    version: whole(1, driftbookVersion),
    title: optional(text(1000)),
    datasets: fields({
      reference: optional(datasetShape, { about: 'What is compared with; absent: predictions are evaluated by themselves.' }),
      current: datasetShape,
    }),
    labels: optional(labelsShape),
    columns: optional(columnsShape),
    chunk: optional(
      written(/^(?:auto|none|hour|day|week|month|(?:rows|count)=[1-9]\d{0,8})$/, [...chunkUnits, 'rows=N', 'count=N'].join(', ')),
      {
        about: 'How current is cut along time or file order: auto, none, hour, day, week, month, rows=N or count=N.',
      },
    ),
    timezone: optional(text(100, 1), { about: 'Where days begin, such as Asia/Shanghai; UTC unless said.' }),
    cells: list(cells, mostCells),
    alerts: later('When people are told of a breach.'),
    notify: later('Who is told, and how.'),
    actions: later('What is started by a breach.'),
    schedule: later('When the checks run by themselves.'),
  }),
  'Datasets, columns, cells and checks: a notebook that is also the configuration, the check and the monitor.',
);

/** A driftbook as it stands in the file. */
export type Driftbook = Of<typeof driftbookShape>;
export type DriftbookDataset = Of<typeof datasetShape>;
