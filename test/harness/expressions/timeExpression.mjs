/**
 * The thread of `slowExpressions`: takes an expression and texts that grow, and answers with the first text it is slow on, or null.
 * Plain JavaScript, since a thread does not load anything else.
 */
import { parentPort } from 'node:worker_threads';

/** The short one is for times that double with each character. */
const lengths = [26, 16_384];
/** Linear time for the longest is a few tenths of a millisecond. */
const mostMs = 3;
/** Four times the length may take four times as long; the square of it takes sixteen times. */
const mostGrowth = 8;
/** A pause of the machine is not the expression's. */
const tries = 5;

parentPort?.on('message', ({ source, flags, texts }) => parentPort?.postMessage(slowOn(source, flags, texts)));

function slowOn(source, flags, texts) {
  const plain = flags.replace(/[gy]/g, '');
  const first = new RegExp(source, plain);
  const all = new RegExp(source, `${plain}g`);
  for (const length of lengths) {
    for (const pumped of texts) {
      const text = textOf(pumped, length);
      for (const [i, use] of [(t) => first.test(t), (t) => t.replace(all, '')].entries()) {
        const quarter = textOf(pumped, length / 4);
        let took = 0;
        const grows = () => {
          took = fastest(() => use(text));
          return took > mostMs && (length < 100 || took > mostGrowth * fastest(() => use(quarter)));
        };
        // Three times over: what a busy machine does to one of them it does not do to all.
        if (grows() && grows() && grows())
          return `${JSON.stringify(pumped)} of ${length} characters (${i === 0 ? 'once' : 'all'}): ${Math.round(took)} ms`;
      }
    }
  }
  return null;
}

function textOf({ head, pump, tail }, length) {
  return head + pump.repeat(Math.max(1, Math.floor(length / pump.length))) + tail;
}

function fastest(use) {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) {
    const begin = performance.now();
    use();
    best = Math.min(best, performance.now() - begin);
    // Fast enough, whatever the machine does besides.
    // Slow enough, too.
    if (best < mostMs / 4 || best > 100 * mostMs) break;
  }
  return best;
}
