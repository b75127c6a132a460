import { type FileFormat, formatFacts, formatNames } from '../../core/data/dataFormats.ts';

export type Packing = 'none' | 'gzip' | 'zstd';

export interface NamedFormat {
  readonly format: FileFormat;
  readonly packing: Packing;
}

const formats: ReadonlyMap<string, FileFormat> = new Map(
  formatNames.flatMap((format) => {
    const { offered, alsoRead } = formatFacts(format);
    return [...offered, ...alsoRead].map((suffix) => [suffix, format] as const);
  }),
);

const packings: Readonly<Record<string, Packing>> = { gz: 'gzip', zst: 'zstd' };

/** Format by the end of a file's name, of `more` or known, or null when it is none of ours. Only text formats may be packed. */
export function formatOfName(name: string, more: Readonly<Record<string, FileFormat>> = {}): NamedFormat | null {
  const parts = name.toLowerCase().split('.');
  if (parts.length < 2) return null;
  const last = parts.pop() ?? '';
  const packing = packings[last] ?? 'none';
  const suffix = packing === 'none' ? last : parts.length > 1 ? (parts.pop() ?? '') : '';
  const format = Object.hasOwn(more, `.${suffix}`) ? more[`.${suffix}`] : formats.get(suffix);
  if (format === undefined) return null;
  if (packing !== 'none' && !formatFacts(format).packed) return null;
  return { format, packing };
}
