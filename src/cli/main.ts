import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sayPlain } from '../app/outputs.ts';
import { WorkerClient } from '../app/workerClient.ts';
import type { Translate } from '../core/words/translate.ts';
import { chooseLanguage } from './chooseLanguage.ts';
import { type Command, isCommand, refuseForeign } from './commands.ts';
import { compareCommand } from './compareCommand.ts';
import { compareRequest } from './compareRequest.ts';
import { evaluateRequest } from './evaluateRequest.ts';
import { exitCode } from './exitCode.ts';
import { compareHelp, evaluateHelp, initHelp, mainHelp, runHelp, runsHelp, validateHelp } from './helpText.ts';
import { initCommand } from './initCommand.ts';
import { initRequest } from './initRequest.ts';
import { onSignals } from './onSignals.ts';
import { type Arguments, readArguments } from './readArguments.ts';
import { runCommand } from './runCommand.ts';
import { runRequest } from './runRequest.ts';
import { runsCommand, runsRequest } from './runsCommand.ts';
import { terminalFailure } from './terminalFailure.ts';
import { translator } from './translator.ts';
import { UsageError } from './usageError.ts';
import { validateCommand, validateRequest } from './validateCommand.ts';
import { writeOut } from './writeOut.ts';

/** What lies beside the bundled program. */
const beside = (path: string): URL => new URL(path, import.meta.url);

const helps: Readonly<Record<Command, (t: Translate) => string>> = {
  compare: compareHelp,
  evaluate: evaluateHelp,
  init: initHelp,
  validate: validateHelp,
  run: runHelp,
  runs: runsHelp,
};

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const language = chooseLanguage(askedLanguage(argv), process.env);
  const t = translator(language, beside('./l10n/'));
  try {
    return await run(readArguments(argv, t), language, t);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') {
      await writeOut(process.stderr, `${t('Cancelled.')}\n`);
      return exitCode.interrupted;
    }
    await writeOut(process.stderr, `driftbook: ${terminalFailure(error, t)}\n`);
    return exitCode.error;
  }
}

async function run(args: Arguments, language: 'en' | 'zh-cn', t: Translate): Promise<number> {
  const lang = args.values.get('lang')?.at(-1);
  if (lang !== undefined && lang !== 'en' && lang !== 'zh-cn')
    throw new UsageError(sayPlain(t, '{0} can be {1}, not {2}.', '--lang', 'en, zh-cn', lang));
  const [command, ...words] = args.words;
  if (args.values.has('version')) return print(`${version()}\n`);
  if (args.values.has('help')) return print((Object.hasOwn(helps, command ?? '') ? helps[command as Command] : mainHelp)(t));
  if (command === undefined) {
    await writeOut(process.stderr, mainHelp(t));
    return exitCode.error;
  }
  if (!isCommand(command)) throw new UsageError(sayPlain(t, 'There is no command {0}. See driftbook --help.', command));
  refuseForeign(command, args, t);
  const own = { ...args, words };
  if (command === 'validate') return validateCommand(validateRequest(own, t), t);
  if (command === 'runs') return runsCommand(runsRequest(own, t), language, t);
  const request =
    command === 'run'
      ? runRequest(own, t)
      : command === 'init'
        ? initRequest(own, t)
        : command === 'compare'
          ? compareRequest(own, t)
          : evaluateRequest(own, t);
  const abort = new AbortController();
  const engine = new WorkerClient(fileURLToPath(beside('./worker.cjs')), { mayRunGit: () => true });
  const stopListening = onSignals(
    () => abort.abort(),
    () => engine.kill(),
  );
  try {
    const around = { engine, pageFolder: fileURLToPath(beside('./webview/')), version: version(), language, signal: abort.signal };
    if ('history' in request) return await runCommand(request, around, t);
    return await ('out' in request ? initCommand(request, around, t) : compareCommand(request, around, t));
  } finally {
    stopListening();
  }
}

async function print(text: string): Promise<number> {
  await writeOut(process.stdout, text);
  return exitCode.noAlert;
}

function version(): string {
  return (JSON.parse(readFileSync(beside('../package.json'), 'utf8')) as { version: string }).version;
}

/** The language is needed before the command line is read: errors of reading it are told in it. */
function askedLanguage(argv: readonly string[]): string | undefined {
  for (let i = argv.length - 1; i >= 0; i--) {
    if (argv[i] === '--lang') return argv[i + 1];
    if (argv[i]!.startsWith('--lang=')) return argv[i]!.slice('--lang='.length);
  }
  return undefined;
}
