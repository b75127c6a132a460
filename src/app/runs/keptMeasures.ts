import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { isBreach, outcomeOfRun } from '../../core/check/breaches.ts';
import type { Measurement } from '../../core/check/measurement.ts';
import type { CheckOutcome } from '../../core/check/verdict.ts';
import type { DriftbookRun } from '../../core/driftbook/driftbookRun.ts';
import { runMeasurements } from '../../core/pipeline/runMeasurements.ts';

/*
 * What a run measured, in a small file of its own: a line that says what it is, then a measurement a line, most asked for first. A trend reads the beginning of
 * each file and no more.
 */

/** The first line. */
export interface RunHead {
  readonly schema: 'driftbook.measures';
  readonly version: 1;
  readonly id: string;
  readonly at: string;
  readonly outcome: CheckOutcome | 'error';
  readonly commit: string | null;
  /** Checks that are breaches, of how many. */
  readonly broken: number;
  readonly checks: number;
  /** Measurements, and bytes of the lines of those that are most asked for, this line left out. */
  readonly lines: number;
  readonly bytes: number;
}

/** Room for the first line and what is most asked for of most runs, in one read. */
const headBytes = 8192;

/** A run as the content of its file of measurements. */
export function keptMeasures(run: DriftbookRun): string {
  const { measurements, first } = runMeasurements(run);
  const lines = measurements.map(brief);
  const results = run.cells.flatMap(({ checks }) => checks);
  const head: RunHead = {
    schema: 'driftbook.measures',
    version: 1,
    id: run.id,
    at: run.startedAt,
    outcome: outcomeOfRun(run),
    commit: run.commit,
    broken: results.filter((result) => isBreach(result)).length,
    checks: results.length,
    lines: lines.length,
    bytes: Buffer.byteLength(
      lines
        .slice(0, first)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  };
  return `${[JSON.stringify(head), ...lines].join('\n')}\n`;
}

/** The head of a file, and those of its lines of which `wanted` holds; `all`: also those that are less asked for. Throws on a file that is none. */
export function readMeasures(
  path: string,
  wanted: (line: string) => boolean,
  all: boolean,
): { readonly head: RunHead; readonly measurements: readonly Measurement[] } {
  const lines = readLines(path, all);
  const head = JSON.parse(lines[0]!) as RunHead;
  if (head?.schema !== 'driftbook.measures' || head.version !== 1 || typeof head.at !== 'string' || typeof head.id !== 'string')
    throw new Error('not a file of measurements');
  if (all && lines.length !== head.lines + 1) throw new Error('a part is missing');
  return { head, measurements: lines.slice(1).filter(wanted).map(whole) };
}

function readLines(path: string, all: boolean): string[] {
  if (all) return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(headBytes);
    let length = readSync(file, buffer, 0, headBytes, 0);
    const end = buffer.subarray(0, length).indexOf(10);
    if (end < 0) throw new Error('a part is missing');
    const { bytes } = JSON.parse(buffer.toString('utf8', 0, end)) as Partial<RunHead>;
    const needed = end + 1 + (typeof bytes === 'number' ? bytes : 0);
    if (needed > length) {
      if (needed > fstatSync(file).size) throw new Error('a part is missing');
      buffer = Buffer.allocUnsafe(needed);
      length = readSync(file, buffer, 0, needed, 0);
    }
    return buffer.toString('utf8', 0, Math.min(needed, length)).split('\n').slice(0, -1);
  } finally {
    closeSync(file);
  }
}

/** A measurement without what it does not have; its measure comes first, so that a line is known by its beginning. */
function brief({ subject: { kind, column, slice }, ...rest }: Measurement): string {
  const about = { kind, ...(column === null ? {} : { column }), ...(slice.length === 0 ? {} : { slice }) };
  const known = Object.entries(rest).filter(([, value]) => value !== null);
  return JSON.stringify({ ...Object.fromEntries(known), subject: about });
}

function whole(line: string): Measurement {
  const { subject, ...known } = JSON.parse(line) as Omit<Measurement, 'subject'> & { readonly subject: Partial<Measurement['subject']> };
  const none = {
    at: null,
    value: null,
    reference: null,
    difference: null,
    interval: null,
    differenceInterval: null,
    rows: null,
    reason: null,
  };
  return { ...none, ...known, subject: { column: null, slice: [], chunk: null, ...subject } } as Measurement;
}
