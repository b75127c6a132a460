import type { NumberBounds, Problem } from '../spec/problem.ts';
import { dataText } from './dataText.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/**
 * What is wrong with something that was asked, in a sentence. `place` says where it stands as people know it: an option, a setting, a path. `typed`:
 * it was typed as text, so that what was found needs no quotes.
 */
export function problemText(problem: Problem, place: string, t: Translate, typed = false): string {
  const { code, allowed = [], near = null } = problem;
  const at = dataText(place, 120);
  const found = dataText(typed || code === 'choice' ? unquoted(problem.found) : problem.found);
  const words = allowed.join(', ');
  switch (code) {
    case 'choice':
      if (near !== null) return sayPlain(t, '{0} can be {1}, not {2}. Did you mean {3}?', at, words, found, near);
      return sayPlain(t, '{0} can be {1}, not {2}.', at, words, found);
    case 'form':
      return sayPlain(t, '{0} can be {1}, not {2}.', at, words, found);
    case 'written':
      return sayPlain(t, '{0}: write it as {1}, not {2}.', at, words, found);
    case 'notYet':
      return sayPlain(t, '{0} can be {1}; {2} cannot be opened yet.', at, words, found);
    case 'number':
      return numberText(problem.bounds, at, found, t);
    case 'kind':
      return kindText(problem, at, found, t);
    case 'unknown':
      if (near !== null) return sayPlain(t, 'There is no {0}. Did you mean {1}?', at, near);
      return sayPlain(t, 'There is no {0}. There are {1}.', at, words);
    case 'lacking':
      return sayPlain(t, '{0} is missing.', at);
    case 'measure':
      if (near !== null) return sayPlain(t, '{0}: there is no such measure. Did you mean {1}?', at, near);
      return sayPlain(t, '{0}: there is no such measure.', at);
    case 'ending':
      return sayPlain(t, '{0} is no ending of file names that can be added, such as .dat.', at);
    case 'bounds':
      if (found === '{}') return sayPlain(t, '{0} bounds nothing: give min, max or maxDrop.', at);
      return sayPlain(t, 'The min of {0} is above its max.', at);
    case 'size':
      return sayPlain(t, '{0} is empty, too long or too many.', at);
    case 'together':
      return sayPlain(t, '{0} cannot stand together with {1}.', at, words);
    case 'someOf':
      return sayPlain(t, '{0} needs one of {1}.', place === '' ? found : at, words);
    case 'needs':
      return sayPlain(t, '{0} needs {1}, which is missing.', at, words);
    case 'unfit':
      if (words === '') return sayPlain(t, '{0} means nothing here.', at);
      return sayPlain(t, '{0} means nothing here. There are {1}.', at, words);
    case 'zone':
      if (near !== null) return sayPlain(t, '{0}: there is no time zone {1}. Did you mean {2}?', at, found, near);
      return sayPlain(t, '{0}: there is no time zone {1}. Write it as Asia/Shanghai.', at, found);
    case 'version':
      return sayPlain(t, 'The file is of version {0}; this Driftbook knows versions up to {1}. Update Driftbook to read it.', found, words);
    case 'twice':
      return sayPlain(t, '{0}: the name {1} stands twice.', at, found);
  }
}

function numberText(bounds: NumberBounds | undefined, at: string, found: string, t: Translate): string {
  const { whole = false, least, above, most, percent = false } = bounds ?? {};
  if (percent && most === undefined) {
    if (least === undefined) return sayPlain(t, '{0} can be a number, or a share such as 10%, not {1}.', at, found);
    return sayPlain(t, '{0} can be a number from {1} up, or a share such as 10%, not {2}.', at, least, found);
  }
  if (percent) return sayPlain(t, '{0} can be a share above 0 and up to 1, such as 0.1 or 10%, not {1}.', at, found);
  if (whole && least !== undefined) {
    if (most === undefined) return sayPlain(t, '{0} can be a whole number from {1} up, not {2}.', at, least, found);
    return sayPlain(t, '{0} can be a whole number from {1} to {2}, not {3}.', at, least, most, found);
  }
  if (least !== undefined) return sayPlain(t, '{0} can be a number from {1} up, not {2}.', at, least, found);
  if (above !== undefined) return sayPlain(t, '{0} can be a number above {1}, not {2}.', at, above, found);
  return sayPlain(t, '{0} can be a number, not {1}.', at, found);
}

function kindText({ kind }: Problem, at: string, found: string, t: Translate): string {
  switch (kind) {
    case 'flag':
      return sayPlain(t, '{0} can be true or false, not {1}.', at, found);
    case 'list':
      return sayPlain(t, '{0} can be a list, not {1}.', at, found);
    case 'fields':
      return sayPlain(t, '{0} can be an object, not {1}.', at, found);
    case 'null':
      return sayPlain(t, '{0} can be null, not {1}.', at, found);
    default:
      // A number or a flag where a name is meant: 2024, true.
      if (/^(?:-?\d|true$|false$)/.test(found)) return sayPlain(t, '{0} can be a text, not {1}. Put it in quotes.', at, found);
      return sayPlain(t, '{0} can be a text, not {1}.', at, found);
  }
}

/** What stands in a JSON text between its quotes; anything else as it is. */
function unquoted(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : json;
  } catch {
    return json;
  }
}
