import { deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Random } from './random.ts';

/** What text readers stumble over: quotes, separators, line ends, marks of other encodings, numbers and times beyond any type. */
const tokens = [
  '"',
  '""',
  "'",
  '\\',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  '\u2028',
  '\u001b[31m',
  '\u202e',
  '{',
  '}',
  '[',
  ']',
  '[['.repeat(200),
  '{"a":'.repeat(200),
  '['.repeat(50_000),
  '{"a":'.repeat(20_000),
  ':',
  'null',
  'true',
  'NaN',
  '-Infinity',
  'inf',
  '1e400',
  '-1e-400',
  '9'.repeat(40),
  '9'.repeat(400),
  '-9223372036854775809',
  '18446744073709551616',
  '0x10',
  '1_000',
  '294247-01-10T04:00:54.776Z',
  '-290308-12-21 (BC)',
  '0000-00-00',
  '9999-12-31T23:59:60+18:00',
  'infinity',
  '\\u0000',
  '\\ud800',
  'x'.repeat(5000),
  '=1+1',
  '</script>',
  '../',
  '\ud83d\ude00',
  '[a](command:b)',
  '[a](https://example.invalid)',
  '](file:c)',
].map((text) => Buffer.from(text));
const numbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 0xfffffffe];

type Mutation = (bytes: Buffer, other: Buffer, random: Random) => Buffer;

const splice = (bytes: Buffer, at: number, removed: number, added: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(Math.min(bytes.length, at + removed))]);

const mutations: readonly Mutation[] = [
  function flipBits(bytes, _other, random) {
    const out = Buffer.from(bytes);
    for (let n = 1 + random.below(6); n > 0 && out.length > 0; n--) {
      const at = random.below(out.length);
      out[at] = out[at]! ^ (1 << random.below(8));
    }
    return out;
  },
  function flipNearTheEnd(bytes, _other, random) {
    // Footers of Parquet and Arrow are there.
    const out = Buffer.from(bytes);
    if (out.length === 0) return out;
    const at = out.length - 1 - random.below(Math.min(out.length, 600));
    out[at] = random.below(256);
    return out;
  },
  (bytes, _other, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, _other, random) => bytes.subarray(random.below(Math.min(64, bytes.length + 1))),
  function duplicateBlock(bytes, _other, random) {
    const from = random.below(bytes.length + 1);
    const block = bytes.subarray(from, from + 1 + random.below(2000));
    const copies = Array.from({ length: 1 + random.below(4) }, () => block);
    return splice(bytes, random.below(bytes.length + 1), 0, Buffer.concat(copies));
  },
  (bytes, _other, random) => splice(bytes, random.below(bytes.length + 1), random.below(400), Buffer.alloc(0)),
  (bytes, other, random) =>
    Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1))]),
  (bytes, _other, random) => splice(bytes, random.below(bytes.length + 1), random.below(8), random.pick(tokens)),
  (bytes, _other, random) => splice(bytes, random.below(Math.min(80, bytes.length + 1)), random.below(8), random.pick(tokens)),
  function plantNumber(bytes, _other, random) {
    const out = Buffer.from(bytes);
    if (out.length >= 4) out.writeUInt32LE(random.pick(numbers), random.below(out.length - 3));
    return out;
  },
  function fill(bytes, _other, random) {
    const out = Buffer.from(bytes);
    const from = random.below(out.length + 1);
    out.fill(random.pick([0, 0x20, 0x22, 0xff, 0x0d]), from, Math.min(out.length, from + random.below(300)));
    return out;
  },
  function repeatWhole(bytes, _other, random) {
    return Buffer.concat(Array.from({ length: 2 + random.below(6) }, () => bytes));
  },
];

/** Bytes broken one to four times. A gzip file is, half the time, broken inside and packed again, so that its content is reached. */
export function mutate(bytes: Buffer, other: Buffer, random: Random): Buffer {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && random.chance(0.5)) return gzipSync(mutate(gunzipSync(bytes), other, random));
  let out = bytes;
  for (let n = 1 + random.below(4); n > 0; n--) out = random.pick(mutations)(out, other, random);
  if (random.chance(0.01)) return Buffer.concat([out, deflateRawSync(out)]);
  return Buffer.from(out);
}
