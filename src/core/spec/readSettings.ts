import { type AskedField, askedFields, placed } from './askedFields.ts';
import type { Problem } from './problem.ts';
import { read } from './read.ts';
import type { Shape } from './shape.ts';

/** What is wrong with a setting; the path is within its value. */
export interface SettingProblem extends Problem {
  readonly setting: string;
}

/**
 * What the settings say of the fields of a shape that have one. The editor marks what is wrong in a setting, but hands it on all the same: that is
 * left out and told. A setting that is empty, or at its silent value, says nothing. `get` gives a setting by its name, without the product's.
 */
export function readSettings<T>(
  shape: Shape<T>,
  get: (name: string) => unknown,
): { value: Partial<T>; problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const said = askedFields(shape).flatMap((field): [readonly string[], unknown][] => {
    const { setting } = field;
    if (setting === undefined) return [];
    const raw = get(setting.name);
    if (raw === undefined || raw === null || raw === setting.silent) return [];
    const found = read(setting.shape ?? field.shape, setting.clamped ? clamped(field, raw) : raw);
    problems.push(...found.problems.map((problem) => ({ ...problem, setting: setting.name })));
    return found.value === undefined || found.value === setting.silent || isEmpty(found.value) ? [] : [[field.path, found.value]];
  });
  return { value: placed(said) as Partial<T>, problems };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The nearest number that is allowed; what is no number as it is. */
function clamped({ shape, setting }: AskedField, value: unknown): unknown {
  const { node } = setting?.shape ?? shape;
  if (node.is !== 'number' || typeof value !== 'number' || !Number.isFinite(value)) return value;
  const { least = value, most = value } = node;
  return Math.min(Math.max(Math.round(value), least), Math.max(least, most));
}
