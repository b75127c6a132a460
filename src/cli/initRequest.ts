import { basename } from 'node:path';
import { sayPlain } from '../app/outputs.ts';
import type { Translate } from '../core/words/translate.ts';
import { type CompareRequest, requestOf } from './compareRequest.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';

export interface InitRequest extends Pick<CompareRequest, 'spec' | 'memoryLimitMb' | 'threads' | 'quiet'> {
  readonly reference: string;
  /** Null: the data of today are still to come. */
  readonly current: string | null;
  readonly out: string;
  readonly force: boolean;
}

/** What `driftbook init` is asked to do. */
export function initRequest(args: Arguments, t: Translate): InitRequest {
  const [reference, current = null, ...more] = args.words;
  if (reference === undefined) throw new UsageError(t('A dataset is needed: driftbook init REFERENCE [CURRENT]'));
  if (more.length > 0)
    throw new UsageError(
      sayPlain(
        t,
        'Only two datasets can be compared; {0} is one too many. Quote a pattern, so that the shell does not fill it in.',
        more[0]!,
      ),
    );
  const { spec, memoryLimitMb, threads, quiet } = requestOf({ reference, current: current ?? reference, evaluate: true }, args, t);
  const out = args.values.get('out')?.at(-1) ?? `${stem(current ?? reference)}.driftbook.yaml`;
  return { spec, memoryLimitMb, threads, quiet, reference, current, out, force: args.values.has('force') };
}

/** The name of a file without its ends; of a pattern or a folder, what can be read of it. */
function stem(path: string): string {
  const name = basename(path)
    .replace(/^([^.]+)\..*$/, '$1')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .split('-')
    .filter((part) => part !== '')
    .join('-');
  return name === '' ? 'data' : name;
}
