import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mulberry32 } from '../../../src/core/stats/mulberry32.ts';
import { radixSort } from '../../../src/core/stats/radixSort.ts';

const random = mulberry32(4);
const shapes: Readonly<Record<string, (i: number) => number>> = {
  'both signs': () => random() - 0.5,
  'whole range of exponents': () => (random() - 0.5) * 10 ** (random() * 600 - 300),
  'subnormal and zero': () => Math.round(random() * 3) * Number.MIN_VALUE,
  'equal upper halves, positive': () => 1e15 + Math.floor(random() * 1e6),
  'equal upper halves, negative': () => -1e15 - Math.floor(random() * 1e6),
  'few values': () => Math.floor(random() * 3),
  constant: () => 7,
  ascending: (i) => i,
  descending: (i) => -i,
};

for (const [shape, value] of Object.entries(shapes)) {
  test(`sorts as the language does and keeps each tag at its value: ${shape}`, () => {
    // The last is long enough for the large digits; narrow tags cannot number so many.
    for (const length of [0, 1, 2, 30, 700, 20_000, 200_001]) {
      for (const Tags of length > 65_536 ? [Uint32Array] : [Uint16Array, Uint32Array]) {
        const values = Float64Array.from({ length }, (_, i) => value(i) + 0);
        const found = radixSort(
          { values: values.slice(), tags: new Tags(values.keys()) },
          { values: new Float64Array(length), tags: new Tags(length) },
          length,
        );
        assert.deepEqual(found.values, values.slice().sort());
        assert.deepEqual(
          Float64Array.from(found.tags!, (tag) => values[tag]!),
          found.values,
        );
        assert.equal(new Set(found.tags).size, length);
        const bare = radixSort({ values: values.slice(), tags: null }, { values: new Float64Array(length), tags: null }, length);
        assert.deepEqual(bare.values, found.values);
      }
    }
  });
}
