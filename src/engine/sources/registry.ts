import type { FileFormat } from '../../core/data/dataFormats.ts';
import { arrowSource } from './arrow/arrowSource.ts';
import { csvSource } from './csv/csvSource.ts';
import { jsonSource } from './json/jsonSource.ts';
import { parquetSource } from './parquet/parquetSource.ts';
import type { Source } from './source.ts';
import { sqliteSource } from './sqlite/sqliteSource.ts';

/** All kinds of data files that are read. */
export const sources: Readonly<Record<FileFormat, Source>> = {
  csv: csvSource,
  json: jsonSource,
  parquet: parquetSource,
  arrow: arrowSource,
  sqlite: sqliteSource,
};
