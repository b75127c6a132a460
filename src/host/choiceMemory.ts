import type { Memento } from 'vscode';
import type { EvaluateSpec } from '../core/report/spec.ts';
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
    await this.#keep(pair, mergeChoices(this.get(pair), changes));
  }

  /** Puts what was chosen of the evaluation in place of what was chosen of it before; nothing chosen: all is inferred again. */
  async setEvaluate(pair: Pair, evaluate: EvaluateSpec): Promise<void> {
    const { evaluate: _, ...others } = this.get(pair);
    await this.#keep(pair, Object.keys(evaluate).length === 0 ? others : { ...others, evaluate });
  }

  /** Forgets what was chosen for a pair; false when nothing was. */
  async reset(pair: Pair): Promise<boolean> {
    if (noChoices(this.get(pair))) return false;
    await this.#memento.update(memoryKey(pair), undefined);
    return true;
  }

  async #keep(pair: Pair, choices: Choices): Promise<void> {
    await this.#memento.update(memoryKey(pair), noChoices(choices) ? undefined : choices);
  }
}
