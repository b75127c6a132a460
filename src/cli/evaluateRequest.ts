import { sayPlain } from '../app/outputs.ts';
import type { Translate } from '../core/words/translate.ts';
import { type CompareRequest, requestOf } from './compareRequest.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';

/** What `driftbook evaluate` is asked to do; what is wrong with the options is told in words. */
export function evaluateRequest(args: Arguments, t: Translate): CompareRequest {
  const [current, ...more] = args.words;
  if (current === undefined) throw new UsageError(t('A dataset of predictions is needed: driftbook evaluate CURRENT'));
  if (more.length > 0) {
    throw new UsageError(sayPlain(t, 'Only one dataset is evaluated; {0} is one too many. Name the reference with --reference.', more[0]!));
  }
  return requestOf({ reference: args.values.get('reference')?.at(-1) ?? null, current, evaluate: true }, args, t);
}
