import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** Writes a CSV file that takes the engine a while: `rows` × 12 numbers from a linear congruential generator. */
export async function writeSlowTable(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${Array.from({ length: 12 }, (_, i) => `x${i}`).join(',')}\n`);
  let state = 1;
  for (let row = 0; row < rows; row += 1000) {
    let block = '';
    for (let i = 0; i < 1000; i++) {
      for (let column = 0; column < 12; column++) {
        state = (state * 48271) % 2147483647;
        block += column ? `,${state}` : state;
      }
      block += '\n';
    }
    if (!file.write(block)) await new Promise<void>((next) => file.once('drain', next));
  }
  file.end();
  await finished(file);
}
