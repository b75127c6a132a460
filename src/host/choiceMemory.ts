import type { Memento } from 'vscode';
import { type Choices, mergeChoices, noChoices } from '../app/choices.ts';
import type { Pair } from '../app/pair.ts';
import type { RerunChanges } from '../shared/webviewProtocol.ts';
import { readChoices } from './readChoices.ts';

/** One key per pair of files, whichever way round: what a column is does not turn with the comparison. */
function memoryKey({ reference, current }: Pair): string {
  return `driftbook.choices\n${[...(reference === null ? [] : [reference]), current].sort().join('\n')}`;
}

/** The choices made for pairs of files, remembered in the workspace. */
export class ChoiceMemory {
  readonly #memento: Memento;
  readonly #tellWrong: (pair: Pair, parts: readonly string[]) => void;

  /** `tellWrong` hears of parts of what was remembered that make no sense; they are forgotten. */
  constructor(memento: Memento, tellWrong: (pair: Pair, parts: readonly string[]) => void) {
    this.#memento = memento;
    this.#tellWrong = tellWrong;
  }

  async get(pair: Pair): Promise<Choices> {
    const { choices, wrong } = await readChoices(this.#memento.get(memoryKey(pair)));
    if (wrong.length > 0) {
      await this.#set(pair, choices);
      this.#tellWrong(pair, wrong);
    }
    return choices;
  }

  async change(pair: Pair, changes: RerunChanges): Promise<void> {
    await this.#set(pair, mergeChoices(await this.get(pair), changes));
  }

  /** Forgets what was chosen for a pair; false when nothing was. */
  async reset(pair: Pair): Promise<boolean> {
    const chosen = this.#memento.get(memoryKey(pair)) !== undefined;
    if (chosen) await this.#set(pair, {});
    return chosen;
  }

  async #set(pair: Pair, choices: Choices): Promise<void> {
    await this.#memento.update(memoryKey(pair), noChoices(choices) ? undefined : choices);
  }
}
