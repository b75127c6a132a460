import { cutToWidth, progressText } from '../app/outputs.ts';
import type { Progress } from '../core/data/progress.ts';
import type { Translate } from '../core/words/translate.ts';

/** One line on a terminal that says what is being done, and is gone at the end. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #t: Translate;
  #shown = false;

  constructor(stream: NodeJS.WriteStream, t: Translate) {
    this.#stream = stream;
    this.#t = t;
  }

  show(progress: Progress): void {
    this.#shown = true;
    this.#stream.write(`\r\u001b[K${cutToWidth(progressText(progress, this.#t), (this.#stream.columns || 80) - 1)}`);
  }

  clear(): void {
    if (this.#shown) this.#stream.write('\r\u001b[K');
    this.#shown = false;
  }
}
