import { askedFields, placed } from './askedFields.ts';
import { Miswritten } from './optionForms.ts';
import type { Problem } from './problem.ts';
import { read } from './read.ts';
import type { Shape } from './shape.ts';

/** What is wrong with an option; the path is within its value. */
export interface OptionProblem extends Problem {
  readonly option: string;
  /** The name of the data that the part belongs to: `price` of `--limit price=15`. */
  readonly of: string | null;
}

/** What the options of a command line say of the fields of a shape: `values` has the texts of each option, in their order; of a flag, an empty one. */
export function readOptions<T>(
  shape: Shape<T>,
  values: ReadonlyMap<string, readonly string[]>,
): { value: Partial<T>; problems: readonly OptionProblem[] } {
  const problems: OptionProblem[] = [];
  const said = askedFields(shape).flatMap(({ path, shape: part, option }): [readonly string[], unknown][] => {
    const texts = option && values.get(option.name);
    if (option === undefined || texts === undefined) return [];
    const tell = (found: readonly Problem[]): void => {
      const of = ({ path: [first] }: Problem): string | null => (part.node.is === 'byName' && first !== undefined ? String(first) : null);
      problems.push(...found.map((problem) => ({ ...problem, option: option.name, of: of(problem) })));
    };
    try {
      const { form = (all: readonly string[]): unknown => (option.takes === undefined ? true : all.at(-1)) } = option;
      const value = form(texts);
      if (value === undefined) return [];
      const found = read(part, value);
      tell(found.problems);
      return found.value === undefined ? [] : [[path, found.value]];
    } catch (error) {
      if (!(error instanceof Miswritten)) throw error;
      tell([{ path: [], code: 'written', found: JSON.stringify(error.text), allowed: [error.as] }]);
      return [];
    }
  });
  return { value: placed(said) as Partial<T>, problems };
}
