import { present } from '../../core/driftbook/cellKind.ts';
import type { Report } from '../../core/report/report.ts';
import { resultOf } from '../../core/report/sectionOf.ts';
import type { ChunkSpec, DatasetSpec } from '../../core/spec/spec.ts';
import type { Translate } from '../../core/words/translate.ts';
import { parseDriftbook } from './driftbookDocument.ts';
import { initialDriftbook } from './initialDriftbook.ts';
import type { SourceEdit } from './sourceEdit.ts';
import { spliceDriftbook } from './spliceDriftbook.ts';

/**
 * A driftbook that asks what a report answers: its datasets, what was said of the columns, how the data are cut, and the limits that were set, with the first checks
 * of `initialDriftbook`. `pathOf` writes a path of the machine from the folder of the file. It reads without a problem.
 */
export function driftbookOfReport(report: Report, pathOf: (path: string) => string, t: Translate): string {
  const { spec } = report;
  const columns = resultOf(report, 'predictions')?.columns ?? null;
  const [reference, current] = [spec.reference ?? spec.current, spec.current].map((dataset) => fileOf(dataset, pathOf));
  const text = initialDriftbook({ reference: reference!.path, current: current!.path, spec, columns, report }, t);
  const done = spliceDriftbook(text, [
    ...datasetEdits(reference!, current!),
    ...columnEdits(report),
    ...(spec.chunk === undefined ? [] : [set(['chunk'], chunkText(spec.chunk))]),
    ...(spec.profile === undefined || spec.profile === 'default' ? [] : [set(['cells', 2, 'drift', 'profile'], spec.profile)]),
    ...evaluationEdits(report, text),
    ...(spec.reference === null ? withoutReference : []),
  ]);
  const [problem] = parseDriftbook(done).problems;
  if (problem !== undefined) throw new Error(`The driftbook that was written does not read: ${JSON.stringify(problem)}`);
  return done;
}

const set = (path: SourceEdit['path'], value: unknown): SourceEdit => ({ edit: 'set', path, content: { value } });

interface FileOf {
  readonly path: string;
  readonly rev?: string;
  readonly table?: string;
}

function fileOf(dataset: DatasetSpec, pathOf: (path: string) => string): FileOf {
  if ('database' in dataset) return { path: pathOf(dataset.database), table: dataset.table };
  return { path: pathOf(dataset.path), ...('rev' in dataset ? { rev: dataset.rev } : {}) };
}

function datasetEdits(reference: FileOf, current: FileOf): SourceEdit[] {
  return [...Object.entries({ reference, current })].flatMap(([side, dataset]) =>
    Object.keys(dataset).length === 1 ? [] : [set(['datasets', side], dataset)],
  );
}

function columnEdits({ spec: { columns = {}, evaluate = {} } }: Report): SourceEdit[] {
  const { include, roles, types, timestamp, group, limits, weights } = columns;
  const { segments, groups, resources } = evaluate;
  const said = present({ include, roles, types, timestamp, group, limits, importance: weights, segments, groups, resources });
  return Object.entries(said).map(([key, value]) => set(['columns', key], value));
}

function chunkText(chunk: ChunkSpec): string {
  if ('by' in chunk) return chunk.by;
  return 'rows' in chunk ? `rows=${chunk.rows}` : `count=${chunk.count}`;
}

/** Index of the cell with predictions in a first driftbook. */
const ofPredictions = 3;

function evaluationEdits({ spec: { evaluate = {}, reference } }: Report, text: string): SourceEdit[] {
  const cells = (parseDriftbook(text).value as { cells: readonly Readonly<Record<string, unknown>>[] }).cells;
  if (cells[ofPredictions]?.performance === undefined) return [];
  const { task, positive, threshold, k, referenceIs, costs, limits = {} } = evaluate;
  const asked = present({
    task,
    positive,
    threshold,
    k,
    reference_is: referenceIs,
    costs: costs && { false_positive: costs.falsePositive, false_negative: costs.falseNegative },
  });
  const at = ['cells', ofPredictions] as const;
  const checks = Object.entries(limits).flatMap(([measure, { min, max, maxDrop }]) => {
    const bounds = present({ min, max, max_drop: reference === null ? undefined : maxDrop });
    return Object.keys(bounds).length === 0 ? [] : [{ measure, ...bounds }];
  });
  return [
    ...Object.entries(asked).map(([key, value]) => set([...at, 'performance', key], value)),
    // Predictions by themselves cannot fall below a reference.
    ...(reference === null ? [{ edit: 'remove', path: [...at, 'checks'] } as const] : []),
    ...checks.map(
      (check, i): SourceEdit => ({
        edit: 'insert',
        path: [...at, 'checks'],
        index: i + (reference === null ? 0 : 1),
        content: { value: check },
      }),
    ),
  ];
}

/** There is no drift from nothing. */
const withoutReference: readonly SourceEdit[] = [
  { edit: 'remove', path: ['cells', 2] },
  { edit: 'remove', path: ['datasets', 'reference'] },
];
