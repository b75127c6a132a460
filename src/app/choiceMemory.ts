import { type ChoiceChanges, type Choices, choices } from '../core/spec/choices.ts';
import { pathText } from '../core/spec/problem.ts';
import { read } from '../core/spec/read.ts';
import type { Pair } from './filePair.ts';
import { mergeChoices, noChoices } from './mergeChoices.ts';

/** What remembers values by key over runs: the state of a workspace. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** One key per pair of files, whichever way round: what a column is does not turn with the comparison. */
function memoryKey({ reference, current }: Pair): string {
  return `driftbook.choices\n${[...(reference === null ? [] : [reference]), current].sort().join('\n')}`;
}

/** The choices made for pairs of files, remembered. An older version, another program or a page may have left there what makes no sense. */
export class ChoiceMemory {
  readonly #memory: Memory;
  readonly #tellWrong: (pair: Pair, parts: readonly string[]) => void;

  /** `tellWrong` hears of parts of what was remembered that make no sense, by their paths; they are forgotten. */
  constructor(memory: Memory, tellWrong: (pair: Pair, parts: readonly string[]) => void) {
    this.#memory = memory;
    this.#tellWrong = tellWrong;
  }

  async get(pair: Pair): Promise<Choices> {
    const kept = this.#memory.get(memoryKey(pair));
    if (kept === undefined) return {};
    const { value = {}, problems } = read(choices, kept);
    if (problems.length > 0) {
      await this.#set(pair, value);
      this.#tellWrong(
        pair,
        problems.map(({ path }) => pathText(path) || '*'),
      );
    }
    return value;
  }

  async change(pair: Pair, changes: ChoiceChanges): Promise<void> {
    await this.#set(pair, mergeChoices(await this.get(pair), changes));
  }

  /** Forgets what was chosen for a pair; false when nothing was. */
  async reset(pair: Pair): Promise<boolean> {
    const chosen = this.#memory.get(memoryKey(pair)) !== undefined;
    if (chosen) await this.#set(pair, {});
    return chosen;
  }

  async #set(pair: Pair, chosen: Choices): Promise<void> {
    await this.#memory.update(memoryKey(pair), noChoices(chosen) ? undefined : chosen);
  }
}
