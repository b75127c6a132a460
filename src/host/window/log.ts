import { type Disposable, window } from 'vscode';
import { visibleCharacters } from '../../core/format/visibleCharacters.ts';

/** Longest entry of the log: a stack with its message. */
const longest = 10_000;

/** The log of Driftbook, in the Output panel. */
export interface Log extends Disposable {
  info(text: string): void;
  /** Something failed; an Error with its stack. */
  error(problem: unknown): void;
  /** Brings the log to the front. */
  show(): void;
}

function entry(text: string): string {
  return text.slice(0, longest).split('\n').map(visibleCharacters).join('\n');
}

/** Opens the log. What names and messages hold cannot steer whoever reads it. */
export function openLog(): Log {
  const channel = window.createOutputChannel('Driftbook', { log: true });
  return {
    // One line an entry, so that no name makes a line of its own.
    info: (text) => channel.info(visibleCharacters(text.slice(0, longest))),
    error: (problem) => channel.error(entry(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem))),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
