import { dataText } from '../dataText.ts';
import type { Translate } from '../translate.ts';

/** Formats as they write their own names. */
const ownNames: Readonly<Record<string, string>> = {
  csv: 'CSV',
  json: 'JSON',
  parquet: 'Parquet',
  arrow: 'Arrow',
  sqlite: 'SQLite',
  hdf5: 'HDF5',
  avro: 'Avro',
  orc: 'ORC',
  duckdb: 'DuckDB',
};

/** What a file turned out to be, as people call it; anything else as it stands. */
export function contentWord(found: string, t: Translate): string {
  switch (found) {
    case 'pipe':
      return t('a named pipe');
    case 'device':
      return t('a device');
    case 'text':
      return t('plain text');
    case 'binary':
      return t('binary data');
    case 'zip':
      return t('a ZIP archive (an Excel workbook is one)');
    case 'html':
      return t('a web page');
    default:
      return ownNames[found] ?? dataText(found, 200);
  }
}
