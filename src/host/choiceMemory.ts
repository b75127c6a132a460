import type { Memento } from 'vscode';
import type { RerunChanges } from '../shared/webviewProtocol.ts';
import { type Choices, mergeChoices, noChoices } from './choices.ts';
import type { Pair } from './pair.ts';

/** One key per pair of files, whichever way round: what a column is does not turn with the comparison. */
function memoryKey({ reference, current }: Pair): string {
  return `driftbook.choices\n${[...(reference === null ? [] : [reference]), current].sort().join('\n')}`;
}

/** The choices made for pairs of files, remembered in the workspace. */
export class ChoiceMemory {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  get(pair: Pair): Choices {
    return this.#memento.get<Choices>(memoryKey(pair), {});
  }

  async change(pair: Pair, changes: RerunChanges): Promise<void> {
    const choices = mergeChoices(this.get(pair), changes);
    await this.#memento.update(memoryKey(pair), noChoices(choices) ? undefined : choices);
  }

  /** Forgets what was chosen for a pair; false when nothing was. */
  async reset(pair: Pair): Promise<boolean> {
    if (noChoices(this.get(pair))) return false;
    await this.#memento.update(memoryKey(pair), undefined);
    return true;
  }
}
