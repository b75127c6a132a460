import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpackLz4Frame } from '../../src/engine/sources/arrow/lz4Frame.ts';

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
const frame = (...blocks: readonly number[][]): Uint8Array => new Uint8Array([...header, ...blocks.flat(), ...end]);
const unpack = (expected: string, ...blocks: readonly number[][]): void =>
  assert.equal(Buffer.from(unpackLz4Frame(frame(...blocks), expected.length)).toString(), expected);
const text = (value: string): number[] => [...Buffer.from(value)];

test('a stored block', () => unpack('hello', block(text('hello'), true)));

test('literals, a match, and a last run of literals', () => {
  // 3 literals "abc", match of 4 + 5 = 9 from 3 back, then 2 literals.
  unpack('abcabcabcabcyz', block([0x35, ...text('abc'), 3, 0, 0x20, ...text('yz')]));
});

test('lengths of 15 and more go on in further bytes', () => {
  const literals = 'x'.repeat(15 + 255 + 3);
  unpack(literals, block([0xf0, 255, 3, ...text(literals)]));
  // One literal, match 4 + 15 + 255 + 1 from 1 back.
  unpack(`${'q'.repeat(276)}r`, block([0x1f, ...text('q'), 1, 0, 255, 1, 0x10, ...text('r')]));
});

test('a match may reach into the block before', () => {
  unpack('abcdefghabcdefgh!', block(text('abcdefgh'), true), block([0x04, 8, 0, 0x10, ...text('!')]));
});

test('damaged frames throw instead of running on', () => {
  assert.throws(() => unpackLz4Frame(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), 8), RangeError);
  assert.throws(() => unpackLz4Frame(frame(block([0x14, ...text('a'), 9, 0])), 9), RangeError, 'an offset before the start');
  assert.throws(() => unpackLz4Frame(new Uint8Array([...header, 200, 0, 0, 0, 1, 2]), 200), RangeError, 'a block cut short');
  assert.throws(() => unpackLz4Frame(new Uint8Array([...header, ...block(text('abc'), true)]), 3), RangeError, 'no end mark');
});

test('a frame that holds more or less than declared throws, and nothing is reserved beyond the declared length', () => {
  const wrong = { name: 'RangeError', message: 'LZ4: not as long as declared' };
  for (const size of [0, 4, 6]) assert.throws(() => unpackLz4Frame(frame(block(text('hello'), true)), size), wrong);
  // One literal and a match of 65,554 bytes: a bomb in small.
  const bomb = frame(block([0x1f, ...text('q'), 1, 0, ...Array.from({ length: 257 }, () => 255), 0, 0x10, ...text('r')]));
  assert.equal(unpackLz4Frame(bomb, 65_556)[65_555], 0x72);
  assert.throws(() => unpackLz4Frame(bomb, 1000), wrong);
  // The frame's own size counts as little as what comes out of it.
  const sized = new Uint8Array([...header.slice(0, 4), 0x68, 0x40, 9, 0, 0, 0, 0, 0, 0, 0, 0x82, ...block(text('hello'), true), ...end]);
  assert.throws(() => unpackLz4Frame(sized, 5), wrong);
});
