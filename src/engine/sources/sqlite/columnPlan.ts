import type { ColumnKind } from '../../../core/data/columnKind.ts';
import { readableShare } from '../../types/inferReading.ts';
import { type NumberTime, numberTime } from '../../types/numberTime.ts';

/**
 * What the cells of a column hold, counted: SQLite keeps to no type. `large` are integers that a double would round; `least` and `most` are of all numbers.
 */
export interface CellCounts {
  integers: number;
  large: number;
  reals: number;
  texts: number;
  blobs: number;
  least: number;
  most: number;
}

/** How a column is stored; null: it is only listed. `doubtful`: there is a second column that says where a value could not be read. */
export interface CellStore {
  readonly type: 'DOUBLE' | 'BIGINT' | 'VARCHAR' | null;
  readonly doubtful: boolean;
}

/** What a stored column is to the rest: SQL of its value over the stored ones. */
export interface CellColumn {
  readonly kind: ColumnKind;
  readonly sql: string;
  readonly type: string;
  readonly readable: boolean;
  /** SQL condition: there was a value that could not be read; null: none can be. */
  readonly bad: string | null;
}

export function noCells(): CellCounts {
  return { integers: 0, large: 0, reals: 0, texts: 0, blobs: 0, least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
}

/** How a column of these cells is stored; one without any as its declared type says (SQLite's rules of affinity). */
export function cellStore(counts: CellCounts, declared: string): CellStore {
  const { integers, large, reals, texts, blobs } = counts;
  const numbers = integers + large + reals;
  const cells = numbers + texts + blobs;
  if (cells === 0) return { type: declaresNumber(declared) ? 'DOUBLE' : 'VARCHAR', doubtful: false };
  if (blobs === cells) return { type: null, doubtful: false };
  const type = large > 0 && reals === 0 ? 'BIGINT' : 'DOUBLE';
  if (numbers >= readableShare * cells) return { type, doubtful: numbers < cells };
  return { type: 'VARCHAR', doubtful: blobs > 0 };
}

/** https://www.sqlite.org/datatype3.html, 3.1: what the name of a type says, in this order. */
function declaresNumber(declared: string): boolean {
  if (/int/i.test(declared)) return true;
  if (/char|clob|text|blob/i.test(declared)) return false;
  return /real|floa|doub|num|dec/i.test(declared);
}

/** What stored column `name` of these cells is (`doubt`: its second one). Numbers are booleans or times where the declared type says so and they can be. */
export function cellColumn(counts: CellCounts, { type, doubtful }: CellStore, declared: string, name: string, doubt: string): CellColumn {
  const bad = doubtful ? doubt : null;
  if (type === null) return { kind: 'other', sql: 'NULL', type: 'BLOB', readable: false, bad };
  if (type === 'VARCHAR') return { kind: 'text', sql: name, type, readable: true, bad };
  const { least, most, reals } = counts;
  if (/^bool/i.test(declared) && !doubtful && reals === 0 && least >= 0 && most <= 1)
    return { kind: 'boolean', sql: `(${name} <> 0)`, type: 'BOOLEAN', readable: false, bad };
  const time = /^(?:date|time)/i.test(declared) && least <= most ? timeOf(name, counts) : null;
  if (time === null) return { kind: 'number', sql: name, type, readable: false, bad };
  const unread = `(${name} IS NOT NULL AND ${time} IS NULL)`;
  return { kind: 'timestamp', sql: time, type: 'TIMESTAMP', readable: false, bad: bad === null ? unread : `(${bad} OR ${unread})` };
}

/** Days 1721425.5 to 5373484.5 of the Julian calendar: the years 1 to 9999, which SQLite takes numbers for that are declared to be times. */
const julian = { from: 1_721_425.5, to: 5_373_484.5, of1970: 2_440_587.5 };

/** SQL of numbers that are declared to be times: Julian days, digits of a date, or seconds or parts of them since 1970 (SQLite, `auto` and `unixepoch`). */
function timeOf(name: string, { least, most, reals }: CellCounts): string | null {
  if (least >= julian.from && most <= julian.to)
    return `make_timestamp(CAST(round((${name} - ${julian.of1970}) * 86400000) AS BIGINT) * 1000)`;
  if (reals === 0 && least >= 19_000_101 && most <= 21_001_231) return numberTime(name, 'yyyymmdd');
  const size = Math.max(-least, most);
  const forms: readonly (readonly [NumberTime, number])[] = [
    ['s', 1e11],
    ['ms', 1e14],
    ['us', 1e17],
    ['ns', 1e20],
  ];
  const form = forms.find(([, below]) => size < below)?.[0];
  return form === undefined ? null : numberTime(name, form);
}
