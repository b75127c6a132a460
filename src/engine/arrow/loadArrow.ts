import { DataError } from '../../core/data/dataError.ts';
import type { SourceFiles } from '../files/resolveFiles.ts';
import type { OpenContext } from '../openContext.ts';
import type { RawTable } from '../rawTable.ts';

export async function loadArrow(_files: SourceFiles, source: RawTable['source'], _context: OpenContext): Promise<RawTable> {
  throw new DataError('unsupported_format', { file: source.path, found: 'arrow' });
}
