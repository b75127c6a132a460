import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DecidedWindows, decideColumns } from '../../../src/core/check/columnDecision.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';

const levels = { q: 0.05, watchP: 0.05 };
const window = (p: number | null, effect: number | null = 0.2) => ({ p, effect });
const column = (whole: ReturnType<typeof window>, chunks: readonly ReturnType<typeof window>[] = []): DecidedWindows => ({
  limit: 0.05,
  whole,
  chunks,
});

test('a window below the limit is no evidence, before any adjustment: certain but tiny moves do not raise the level for others', () => {
  // Of 20 columns 15 moved for certain by 1 %; one by 20 % at p 0.02: alone among 20 it is to be watched, not called.
  const tiny = Array.from({ length: 15 }, () => column(window(1e-12, 0.01)));
  const calm = Array.from({ length: 4 }, () => column(window(0.5)));
  const { columns, drifted } = decideColumns([column(window(0.02)), ...tiny, ...calm], levels);
  assert.equal(columns[0]!.verdict, 'watch');
  assert.ok(Math.abs(columns[0]!.q! - 0.4) < 1e-12);
  assert.equal(drifted, 0);
  assert.ok(columns.slice(1, 16).every(({ verdict, certain, p }) => verdict === 'ok' && certain && p === 1));
});

test('persistence counts by Simes: three chunks of 0.01 are as one, one of four is four times as much', () => {
  // By hand: Simes of (0.01, 0.01, 0.01) is 0.01, doubled for whole and chunks; of (0.01, 1, 1, 1) it is 0.04.
  const { columns } = decideColumns(
    [column(window(0.9), [window(0.01), window(0.01), window(0.01)]), column(window(0.9), [window(0.01), window(1), window(1), window(1)])],
    levels,
  );
  assert.deepEqual(
    columns.map(({ p }) => p),
    [0.02, 0.08],
  );
});

test('one chunk or none: the whole decides; a whole that is not tested leaves it to the chunks', () => {
  const { columns } = decideColumns(
    [
      column(window(0.01), [window(0.001)]),
      column(window(0.01)),
      column(window(null, null), [window(0.01), window(0.02)]),
      column(window(null, null), [window(null, null)]),
    ],
    levels,
  );
  assert.deepEqual(
    columns.map(({ p, verdict }) => [p, verdict]),
    [
      [0.01, 'alert'],
      [0.01, 'alert'],
      [0.02, 'alert'],
      [null, 'not_tested'],
    ],
  );
  assert.deepEqual(columns[2]!.chunkMarked, [true, true]);
});

test('a column alerts exactly when its whole or one of its chunks is marked, and no other column has a mark', () => {
  const random = mulberry32(7);
  for (let round = 0; round < 400; round++) {
    const columns = Array.from({ length: 1 + Math.floor(random() * 12) }, () => {
      const one = () => window(random() < 0.1 ? null : random() ** 6, random() / 5);
      return column(
        one(),
        Array.from({ length: Math.floor(random() * 6) }, () => one()),
      );
    });
    for (const { verdict, wholeMarked, chunkMarked, q } of decideColumns(columns, levels).columns) {
      const marked = wholeMarked || chunkMarked.includes(true);
      assert.equal(marked, verdict === 'alert' || verdict === 'watch');
      if (verdict === 'alert') assert.ok(q! <= 0.05 * (1 + 1e-11));
    }
  }
});

test('columns of which nothing was tested are outside of the family', () => {
  const { tested, columns } = decideColumns([column(window(0.03)), column(window(null, null)), column(window(0.9))], levels);
  assert.equal(tested, 2);
  assert.equal(columns[0]!.q, 0.06);
});
