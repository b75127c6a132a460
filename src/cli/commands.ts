import { sayPlain } from '../app/outputs.ts';
import { askedFields } from '../core/spec/askedFields.ts';
import { bookOptions } from '../core/spec/bookOptions.ts';
import { specLayer } from '../core/spec/comparisonSpec.ts';
import { runOptions } from '../core/spec/runOptions.ts';
import type { Translate } from '../core/words/translate.ts';
import type { Arguments } from './readArguments.ts';
import { UsageError } from './usageError.ts';

const commands = ['compare', 'evaluate', 'init', 'validate', 'run', 'runs'] as const;

export type Command = (typeof commands)[number];

export function isCommand(word: string): word is Command {
  return (commands as readonly string[]).includes(word);
}

/** What commands that run no comparison take all the same. */
const ofAll = ['lang', 'quiet', 'no-color', 'help', 'version'];
const ofRuns = ['memory', 'threads'];
/** What commands on driftbooks take of it: what they look at is said in the file. */
const ofBooks: Readonly<Partial<Record<Command, readonly string[]>>> = {
  run: ['format', 'out', 'cells', 'no-history', 'fail-on', ...ofRuns],
  runs: ['trend'],
};

/** Options of comparisons that mean something else of driftbooks. */
const shared: ReadonlySet<string> = new Set(['format', 'out', 'fail-on']);

/** Options that a command has nothing to do with are an error: they would be asked for in vain. */
export function refuseForeign(command: Command, { values }: Arguments, t: Translate): void {
  const fields = [
    ...askedFields(specLayer).map((field) => ({ ...field, isSpec: true })),
    ...[runOptions, bookOptions].flatMap((shape) => askedFields(shape)).map((field) => ({ ...field, isSpec: false })),
  ];
  for (const { option, isSpec } of fields) {
    if (option === undefined || !values.has(option.name) || ofAll.includes(option.name)) continue;
    // Of two fields of one name, the one of driftbooks is not looked at by other commands.
    if ((option.group === 'book') !== Object.hasOwn(ofBooks, command) && shared.has(option.name)) continue;
    const { name, only = 'compare' } = option;
    const taken: Readonly<Record<Command, boolean>> = {
      compare: option.only === undefined,
      evaluate: option.only === undefined || option.only === 'evaluate',
      init: isSpec || ofRuns.includes(name) || option.only === 'init',
      validate: false,
      run: false,
      runs: false,
    };
    // The same name may stand for several fields: `--score`.
    const known = ofBooks[command]?.includes(name) ?? taken[command];
    if (!known) throw new UsageError(sayPlain(t, '--{0} belongs to driftbook {1}, not to driftbook {2}.', name, only, command));
  }
}
