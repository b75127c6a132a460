import { availableParallelism } from 'node:os';
import { fileFormats as outputFormats, type ReportFileFormat } from '../app/reportFile.ts';
import type { ColumnKind } from '../core/data/columnKind.ts';
import type { ChunkSpec, ComparisonSpec, FileFormat, ProfileName, Role } from '../core/report/spec.ts';
import { sayPlain } from '../core/words/sayPlain.ts';
import type { Translate } from '../core/words/translate.ts';
import { evaluateOnly, type OptionName } from './optionTable.ts';
import { assignments, names } from './optionValues.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';

const profiles = ['default', 'strict', 'sensitive'] as const;
const roles = ['feature', 'target', 'prediction', 'score', 'timestamp', 'id', 'segment', 'weight', 'ignore'] as const;
const kinds = ['number', 'boolean', 'text', 'timestamp'] as const;
const fileFormats = ['csv', 'json', 'parquet', 'arrow'] as const;
const formats = ['text', 'json', 'markdown'] as const;
const severities = ['warning', 'critical', 'never'] as const;
const units = ['auto', 'none', 'hour', 'day', 'week', 'month'] as const;

/** A file the report is written to. */
export interface OutputFile {
  readonly format: ReportFileFormat;
  readonly path: string;
}

export interface CompareRequest {
  readonly spec: ComparisonSpec;
  readonly format: (typeof formats)[number];
  /** Files the report is written to as well. */
  readonly files: readonly OutputFile[];
  readonly memoryLimitMb: number;
  readonly threads: number;
  /** From which severity on a finding makes the exit code 1. */
  readonly failOn: (typeof severities)[number];
  readonly quiet: boolean;
  readonly color: boolean;
}

/** What `driftbook compare` is asked to do; what is wrong with the options is told in words. */
export function compareRequest(args: Arguments, t: Translate): CompareRequest {
  for (const name of evaluateOnly) {
    if (args.values.has(name)) throw new UsageError(sayPlain(t, '--{0} belongs to driftbook evaluate, not to driftbook compare.', name));
  }
  const [reference, current, ...more] = args.words;
  if (reference === undefined || current === undefined) {
    throw new UsageError(t('Two datasets are needed: driftbook compare REFERENCE CURRENT'));
  }
  if (more.length > 0)
    throw new UsageError(
      sayPlain(
        t,
        'Only two datasets can be compared; {0} is one too many. Quote a pattern, so that the shell does not fill it in.',
        more[0]!,
      ),
    );
  return requestOf({ reference, current }, args, t);
}

/** The request for one or two datasets, with the options that both commands share. */
export function requestOf(
  { reference, current }: { readonly reference: string | null; readonly current: string },
  args: Arguments,
  t: Translate,
): CompareRequest {
  const last = (name: OptionName): string | undefined => args.values.get(name)?.at(-1);
  const oneOf = <T extends string>(name: OptionName, allowed: readonly T[], fallback: T): T => {
    const value = last(name);
    if (value === undefined) return fallback;
    return choice(`--${name}`, value, allowed, t);
  };
  const columns = columnSpec(args, t);
  const nullValues = args.values.get('null-values')?.flatMap(names);
  const dateOrder = oneOf<'dmy' | 'mdy' | 'none'>('date-order', ['dmy', 'mdy'], 'none');
  const suffixes = args.values.get('suffix')?.map((text) => suffix(text, t));
  const chunk = last('chunk');
  return {
    spec: {
      reference: reference === null ? null : { path: reference },
      current: { path: current },
      ...(Object.keys(columns).length > 0 ? { columns } : {}),
      ...(chunk === undefined ? {} : { chunk: chunkSpec(chunk, t) }),
      profile: oneOf<ProfileName>('profile', profiles, 'default'),
      ...(nullValues === undefined ? {} : { nullValues }),
      ...(dateOrder === 'none' ? {} : { dateOrder }),
      ...(suffixes === undefined ? {} : { suffixes: Object.fromEntries(suffixes) }),
    },
    format: oneOf('format', formats, 'text'),
    files: outputFormats.flatMap((format) => {
      const path = last(format);
      return path === undefined ? [] : [{ format, path }];
    }),
    memoryLimitMb: wholeNumber('memory', last('memory'), 1024, 64, t),
    threads: wholeNumber('threads', last('threads'), Math.min(8, availableParallelism()), 1, t),
    failOn: oneOf('fail-on', severities, 'warning'),
    quiet: args.values.has('quiet'),
    color: !args.values.has('no-color'),
  };
}

/** `.dat=csv`: an end of file names and the format it means. */
function suffix(text: string, t: Translate): readonly [string, FileFormat] {
  const [, end, format] = /^\.?([^.=\\/\s]{1,32})=(.*)$/.exec(text) ?? [];
  if (end === undefined || format === undefined)
    throw new UsageError(sayPlain(t, '--suffix needs .ENDING=FORMAT, such as .dat=csv, not {0}.', text));
  return [`.${end.toLowerCase()}`, choice('--suffix', format, fileFormats, t)];
}

function columnSpec(args: Arguments, t: Translate): NonNullable<ComparisonSpec['columns']> {
  const all = (name: OptionName): readonly string[] => args.values.get(name) ?? [];
  const include = all('columns').flatMap(names);
  const ignore = all('ignore').flatMap(names);
  const timestamp = all('timestamp').at(-1);
  const group = all('group').at(-1);
  const given = <T>(name: OptionName, read: (text: string, column: string) => T): Record<string, T> | null => {
    const pairs = all(name).map((text) => assignments(name, text, t));
    return pairs.length === 0 ? null : Object.fromEntries(pairs.map(([column, value]) => [column, read(value, column)]));
  };
  const limits = given('limit', (text, column) => share(text, column, t));
  const weights = given('weight', (text, column) => weight(text, column, t));
  const roleOf = given<Role>('role', (text) => choice('--role', text, roles, t));
  const types = given<ColumnKind>('type', (text) => choice('--type', text, kinds, t));
  return {
    ...(include.length > 0 ? { include } : {}),
    ...(ignore.length > 0 ? { ignore } : {}),
    ...(roleOf === null ? {} : { roles: roleOf }),
    ...(types === null ? {} : { types }),
    ...(timestamp === undefined ? {} : { timestamp: timestamp === 'none' ? null : timestamp }),
    ...(group === undefined ? {} : { group }),
    ...(weights === null ? {} : { weights }),
    ...(limits === null ? {} : { limits }),
  };
}

export function choice<T extends string>(option: string, value: string, allowed: readonly T[], t: Translate): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new UsageError(sayPlain(t, '{0} can be {1}, not {2}.', option, allowed.join(', '), value));
}

function chunkSpec(text: string, t: Translate): ChunkSpec {
  if ((units as readonly string[]).includes(text)) return { by: text as (typeof units)[number] };
  const match = /^(rows|count)=([1-9]\d{0,8})$/.exec(text);
  if (match === null) throw new UsageError(sayPlain(t, '--chunk can be {0}, rows=N or count=N, not {1}.', units.join(', '), text));
  const n = Number(match[2]);
  return match[1] === 'rows' ? { rows: n } : { count: n };
}

/** A share of rows, "0.1" or "10%". */
function share(text: string, column: string, t: Translate): number {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (value > 0 && value <= 1) return value;
  throw new UsageError(sayPlain(t, '--limit {0}={1}: a limit is a share of rows above 0 and up to 1, such as 0.1 or 10%.', column, text));
}

function weight(text: string, column: string, t: Translate): number {
  const value = /^(\d+(?:\.\d+)?|\.\d+)$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new UsageError(sayPlain(t, '--weight {0}={1}: a weight is a number from 0 up.', column, text));
}

export function wholeNumber(name: OptionName, text: string | undefined, fallback: number, least: number, t: Translate): number {
  if (text === undefined) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least) return value;
  throw new UsageError(sayPlain(t, '--{0} can be a whole number from {1} up, not {2}.', name, least, text));
}
