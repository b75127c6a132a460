import { sayPlain } from '../app/outputs.ts';
import { askedFields } from '../core/spec/askedFields.ts';
import { specLayer } from '../core/spec/comparisonSpec.ts';
import { runOptions } from '../core/spec/runOptions.ts';
import type { Translate } from '../core/words/translate.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';

const commands = ['compare', 'evaluate', 'init', 'validate'] as const;

export type Command = (typeof commands)[number];

export function isCommand(word: string): word is Command {
  return (commands as readonly string[]).includes(word);
}

/** What commands that run no comparison take all the same. */
const ofAll = ['lang', 'quiet', 'no-color', 'help', 'version'];
const ofRuns = ['memory', 'threads'];

/** Options that a command has nothing to do with are an error: they would be asked for in vain. */
export function refuseForeign(command: Command, { values }: Arguments, t: Translate): void {
  const fields = [
    ...askedFields(specLayer).map((field) => ({ ...field, isSpec: true })),
    ...askedFields(runOptions).map((field) => ({ ...field, isSpec: false })),
  ];
  for (const { option, isSpec } of fields) {
    if (option === undefined || !values.has(option.name) || ofAll.includes(option.name)) continue;
    const { name, only = 'compare' } = option;
    const taken: Readonly<Record<Command, boolean>> = {
      compare: option.only === undefined,
      evaluate: option.only !== 'init',
      init: isSpec || ofRuns.includes(name) || option.only === 'init',
      validate: false,
    };
    // The same name may stand for several fields: `--score`.
    if (!taken[command]) throw new UsageError(sayPlain(t, '--{0} belongs to driftbook {1}, not to driftbook {2}.', name, only, command));
  }
}
