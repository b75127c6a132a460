import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packed, unpacked } from '../../../src/core/format/packed.ts';

/** By way of text, as in a file. */
const there = (value: unknown): unknown => JSON.parse(JSON.stringify(packed(value)));

const cases: Record<string, unknown> = {
  'lists of like objects, in each other': [
    {
      name: 'a',
      cells: [
        { p: 1, q: null },
        { p: 2, q: 'x' },
      ],
      size: { from: 1 },
    },
    { name: 'b', cells: [], size: { from: 2 } },
    { name: 'c', cells: [{ p: 3, q: [] }], size: null },
  ],
  'unlike objects, lists of lists, empty ones': [
    [{ a: 1 }, { b: 2 }],
    [[1, 2], [3]],
    [{}, {}],
    [],
    {},
    [{ a: 1 }],
    [{ a: 1 }, null],
    null,
    1.5,
  ],
  'keys in another order': [
    { a: 1, b: 2 },
    { b: 3, a: 4 },
  ],
  'names that mean something': JSON.parse(
    '[{"__proto__":{"x":1},"c":2},{"__proto__":{"x":3},"c":4},{"\\u0000":["a"],"c":[[9]]},{"__proto__":5,"\\u0000":null,"c":[]}]',
  ),
};

for (const [name, value] of Object.entries(cases)) {
  test(`what is packed comes back as it was: ${name}`, () => assert.deepEqual(unpacked(there(value)), value));
}

test('keys of like objects are written once', () => {
  const text = JSON.stringify(packed(Array.from({ length: 50 }, (_, i) => ({ threshold: i, inner: { share: i } }))));
  assert.equal(text.match(/threshold/g)?.length, 1);
  assert.equal(text.match(/share/g)?.length, 1);
});

test('nothing gets a prototype from the data', () => {
  const back = unpacked(there([JSON.parse('{"__proto__":{"polluted":1}}'), JSON.parse('{"__proto__":{"polluted":2}}')])) as object[];
  assert.equal((back[0] as { polluted?: number }).polluted, undefined);
  assert.equal(Object.getPrototypeOf(back[0]), Object.prototype);
});
