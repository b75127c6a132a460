import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerOffsets } from '../../../src/host/problems/headerOffsets.ts';

/** [start line, start, end line, end] of the named columns; the text in brackets is what the range covers. */
function places(bytes: Uint8Array | string, columns: string[], complete = true): Record<string, number[]> {
  const raw = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return Object.fromEntries(
    [...headerOffsets(raw, columns, complete)].map(([name, at]) => [name, [at.startLine, at.startCharacter, at.endLine, at.endCharacter]]),
  );
}

test('cells of a plain header', () => {
  assert.deepEqual(places('id,age,plan\n1,2,3\n', ['id', 'age', 'plan']), { id: [0, 0, 0, 2], age: [0, 3, 0, 6], plan: [0, 7, 0, 11] });
});

test('the last cell ends before a CRLF, and at the end of a file without one', () => {
  assert.deepEqual(places('a,bc\r\n1,2\r\n', ['bc']), { bc: [0, 2, 0, 4] });
  assert.deepEqual(places('a,bc', ['bc']), { bc: [0, 2, 0, 4] });
});

test('a byte order mark takes no room, as in the editor', () => {
  assert.deepEqual(places('\uFEFFid,age\n', ['id', 'age']), { id: [0, 0, 0, 2], age: [0, 3, 0, 6] });
});

test('positions count UTF-16 units: two for a character beyond the basic plane, one for an accented or Chinese one', () => {
  assert.deepEqual(places('größe,年龄,🚗value,x\n', ['größe', '年龄', '🚗value', 'x']), {
    größe: [0, 0, 0, 5],
    年龄: [0, 6, 0, 8],
    '🚗value': [0, 9, 0, 16],
    x: [0, 17, 0, 18],
  });
});

test('quoted cells: delimiter, doubled quote and line break inside', () => {
  assert.deepEqual(places('"a,b","say ""hi""",c\n', ['a,b', 'say "hi"', 'c']), {
    'a,b': [0, 0, 0, 5],
    'say "hi"': [0, 6, 0, 18],
    c: [0, 19, 0, 20],
  });
  assert.deepEqual(places('"two\r\nlines",b\n', ['two\r\nlines', 'b']), { 'two\r\nlines': [0, 0, 1, 6], b: [1, 7, 1, 8] });
});

test('the delimiter is the one that gives the columns', () => {
  assert.deepEqual(places('a;b,c;d\n', ['a', 'b,c', 'd']), { a: [0, 0, 0, 1], 'b,c': [0, 2, 0, 5], d: [0, 6, 0, 7] });
  assert.deepEqual(places('a\tb\n', ['b']), { b: [0, 2, 0, 3] });
  assert.deepEqual(places('a|b\n', ['b']), { b: [0, 2, 0, 3] });
});

test('empty lines before the header are passed over', () => {
  assert.deepEqual(places('\n\r\nid,age\n', ['age']), { age: [2, 3, 2, 6] });
});

test('spaces around a name belong to the cell but not to the name', () => {
  assert.deepEqual(places('id, age\n', ['age']), { age: [0, 3, 0, 7] });
});

test('of two equal names the first is meant; unknown names and binary bytes give nothing', () => {
  assert.deepEqual(places('x,x\n', ['x']), { x: [0, 0, 0, 1] });
  assert.deepEqual(places('a,b\n', ['zzz']), {});
  assert.deepEqual(places(new Uint8Array([0x50, 0x41, 0x52, 0x31, 0, 0, 0x2c, 0x61]), ['a']), {});
});

test('a cell cut off by the end of what was read is left out', () => {
  const start = new TextEncoder().encode('alpha,be');
  assert.deepEqual(places(start, ['alpha', 'be'], false), { alpha: [0, 0, 0, 5] });
});

test('UTF-16 with its mark', () => {
  const bytes = new Uint8Array([0xff, 0xfe, ...new Uint8Array(new Uint16Array([...'a,bc\n'].map((c) => c.charCodeAt(0))).buffer)]);
  // NUL bytes are halves of characters here, not a sign of a binary file.
  assert.deepEqual(places(bytes, ['a', 'bc']), { a: [0, 0, 0, 1], bc: [0, 2, 0, 4] });
});
