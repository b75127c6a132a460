import type { FileFormat } from '../../core/spec/spec.ts';

export type { FileFormat };

export type Packing = 'none' | 'gzip' | 'zstd';

export interface NamedFormat {
  readonly format: FileFormat;
  readonly packing: Packing;
}

const formats: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  parquet: 'parquet',
  pq: 'parquet',
  parq: 'parquet',
  pqt: 'parquet',
  arrow: 'arrow',
  arrows: 'arrow',
  ipc: 'arrow',
  feather: 'arrow',
};

const packings: Readonly<Record<string, Packing>> = { gz: 'gzip', zst: 'zstd' };

/** Format by the end of a file's name, of `more` or known, or null when it is none of ours. Only text formats may be packed. */
export function formatOfName(name: string, more: Readonly<Record<string, FileFormat>> = {}): NamedFormat | null {
  const parts = name.toLowerCase().split('.');
  if (parts.length < 2) return null;
  const last = parts.pop() ?? '';
  const packing = packings[last] ?? 'none';
  const suffix = packing === 'none' ? last : parts.length > 1 ? (parts.pop() ?? '') : '';
  const format = Object.hasOwn(more, `.${suffix}`) ? more[`.${suffix}`] : formats[suffix];
  if (format === undefined) return null;
  if (packing !== 'none' && format !== 'csv' && format !== 'json') return null;
  return { format, packing };
}
