import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpackLz4Frame } from '../../src/engine/arrow/lz4Frame.ts';

/** Frames put together by hand from the LZ4 frame and block format descriptions. */
const header = [0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82];
const end = [0, 0, 0, 0];
const block = (bytes: readonly number[], stored = false): number[] => [
  bytes.length & 255,
  bytes.length >> 8,
  0,
  stored ? 0x80 : 0,
  ...bytes,
];
const unpack = (...blocks: readonly number[][]): string =>
  Buffer.from(unpackLz4Frame(new Uint8Array([...header, ...blocks.flat(), ...end]))).toString();
const text = (value: string): number[] => [...Buffer.from(value)];

test('a stored block', () => assert.equal(unpack(block(text('hello'), true)), 'hello'));

test('literals, a match, and a last run of literals', () => {
  // 3 literals "abc", match of 4 + 5 = 9 from 3 back, then 2 literals.
  assert.equal(unpack(block([0x35, ...text('abc'), 3, 0, 0x20, ...text('yz')])), 'abcabcabcabcyz');
});

test('lengths of 15 and more go on in further bytes', () => {
  const literals = 'x'.repeat(15 + 255 + 3);
  assert.equal(unpack(block([0xf0, 255, 3, ...text(literals)])), literals);
  // One literal, match 4 + 15 + 255 + 1 from 1 back.
  assert.equal(unpack(block([0x1f, ...text('q'), 1, 0, 255, 1, 0x10, ...text('r')])), `${'q'.repeat(276)}r`);
});

test('a match may reach into the block before', () => {
  assert.equal(unpack(block(text('abcdefgh'), true), block([0x04, 8, 0, 0x10, ...text('!')])), 'abcdefghabcdefgh!');
});

test('damaged frames throw instead of running on', () => {
  assert.throws(() => unpackLz4Frame(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])), RangeError);
  assert.throws(() => unpack(block([0x14, ...text('a'), 9, 0])), RangeError, 'an offset before the start');
  assert.throws(() => unpackLz4Frame(new Uint8Array([...header, 200, 0, 0, 0, 1, 2])), RangeError, 'a block cut short');
  assert.throws(() => unpackLz4Frame(new Uint8Array([...header, ...block(text('abc'), true)])), RangeError, 'no end mark');
});
