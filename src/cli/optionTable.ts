import { askedFields } from '../core/spec/askedFields.ts';
import { bookOptions } from '../core/spec/bookOptions.ts';
import { specLayer } from '../core/spec/comparisonSpec.ts';
import { runOptions } from '../core/spec/runOptions.ts';

/** Options of all commands by name, with whether each takes a value. */
export const optionTable: ReadonlyMap<string, { readonly value: boolean }> = new Map(
  [specLayer, runOptions, bookOptions].flatMap((shape) =>
    askedFields(shape).flatMap(({ option }) => (option ? [[option.name, { value: option.takes !== undefined }] as const] : [])),
  ),
);
