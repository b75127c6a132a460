import { DataError } from '../core/data/dataError.ts';
import { readerError } from './database/readerError.ts';

/** Does some of the work on one side: what fails is a DataError that names the side and its file, unless it was a cancel. */
export async function onSide<T>(side: 'reference' | 'current', file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = readerError(error, {});
    throw failure instanceof DataError ? new DataError(failure.code, { side, file, ...failure.details }) : failure;
  }
}
