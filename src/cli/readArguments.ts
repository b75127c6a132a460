import { parseArgs } from 'node:util';
import { sayPlain } from '../app/outputs.ts';
import { nearest } from '../core/spec/nearest.ts';
import type { Translate } from '../core/words/translate.ts';
import { optionTable } from './optionTable.ts';
import { UsageError } from './usageError.ts';

/** A command line taken apart: words that are no options, and the values of each option in order. */
export interface Arguments {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Takes a command line apart; unknown options and missing values are told with what was likely meant. */
export function readArguments(argv: readonly string[], t: Translate): Arguments {
  const options = Object.fromEntries(
    [...optionTable].map(([name, { value }]) => [name, { type: value ? ('string' as const) : ('boolean' as const), multiple: true }]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...options, help: { type: 'boolean', short: 'h', multiple: true } },
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name } = token;
    const option = optionTable.get(name);
    if (option === undefined) throw unknownOption(token.rawName, name, t);
    if (option.value && token.value === undefined)
      throw new UsageError(sayPlain(t, '--{0} needs a value. See driftbook compare --help.', name));
    if (!option.value && token.value !== undefined) throw new UsageError(sayPlain(t, '--{0} takes no value.', name));
    values.set(name, [...(values.get(name) ?? []), token.value ?? '']);
  }
  return { words, values };
}

function unknownOption(rawName: string, name: string, t: Translate): UsageError {
  const near = nearest(name, [...optionTable.keys()]);
  return new UsageError(
    near === null
      ? sayPlain(t, 'There is no option {0}. See driftbook compare --help.', rawName)
      : sayPlain(t, 'There is no option {0}. Did you mean --{1}?', rawName, near),
  );
}
