import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slowExpressions } from '../../harness/expressions/slowExpressions.ts';
import { expressionsOf, sourceExpressions } from '../../harness/expressions/sourceExpressions.ts';

/**
 * Names, values, messages of readers and what people type meet the program's regular expressions. Those in SQL are DuckDB's (RE2), which are
 * linear by construction; those here are not.
 */
const { literals, made } = sourceExpressions(['src', 'webview']);

test('no regular expression of the program takes more than linear time on a hostile text', async () => {
  assert.ok(literals.length > 100, `${literals.length} expressions were found`);
  const slow = await slowExpressions(literals);
  assert.deepEqual(
    slow.map(({ at, source, text }) => `${at} /${source}/ on ${text ?? 'some text: it came to no end'}`),
    [],
  );
});

test('none is put together while running: what cannot be read off the source cannot be checked', () => {
  assert.deepEqual(made, []);
});

test('the check finds what it is for', async () => {
  const planted = [
    '(\\d+)+x', // exponential
    '^(?:a|a)*$',
    '^[\\d_]*\\.?[\\d_]*(?:e[-+]?[\\d_]+)?$', // the square of the length
    '[/\\\\]+$',
    'read.*bytes',
    '^\\s*a\\s*\\s*b',
  ];
  const text = planted.map((source) => `export const x = /${source}/;`).join('\n');
  const found = await slowExpressions(expressionsOf('planted.ts', text).literals);
  assert.deepEqual(
    found.map(({ source }) => source),
    planted,
  );
  assert.deepEqual(expressionsOf('made.ts', 'const a = new RegExp(b); const c = RegExp(d);').made, ['made.ts:1', 'made.ts:1']);
});
