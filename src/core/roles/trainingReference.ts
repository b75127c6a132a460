import type { Evaluation } from '../report/evaluationOf.ts';
import { addressOf } from '../spec/addressOf.ts';
import type { ComparisonSpec } from '../spec/spec.ts';
import { nameWords } from './nameHints.ts';

const trainingWords = /(^| )(train|training|trainset|fit|insample|in sample)( |$)|训练/;

/**
 * Whether the reference is the data the model was trained on, and what says so: the spec, or a file name that says train where the name of current
 * does not. Null when it is not, or nothing says so.
 */
export function trainingReference(spec: ComparisonSpec): Evaluation['training'] {
  if (spec.reference === null) return null;
  const asked = spec.evaluate?.referenceIs;
  if (asked !== undefined) return asked === 'training' ? 'given' : null;
  return trainingWords.test(fileWords(addressOf(spec.reference))) && !trainingWords.test(fileWords(addressOf(spec.current)))
    ? 'file_name'
    : null;
}

/** Words of the last part of a path, without its endings; numbers stand apart. */
function fileWords(path: string): string {
  const last =
    path
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  return nameWords(last.replace(/(\.[a-z0-9]{1,8}){1,2}$/i, '').replace(/\d+/g, ' '));
}
