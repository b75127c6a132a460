import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorForPage, errorOfPage, ToldError } from '../../../src/host/panels/pageError.ts';
import { checkedParams } from '../../../src/host/panels/pageMessages.ts';
import { abortError } from '../../../src/shared/remoteError.ts';
import type { HostMethods } from '../../../src/shared/webviewProtocol.ts';

const rows = { side: 'current', column: 'value', selection: { kind: 'missing' }, chunk: null, offset: 0, limit: 5 } as const;
const range = { kind: 'range', from: 0, to: null } as const;

/** What the page's own program sends. */
const good: readonly (readonly [keyof HostMethods, unknown])[] = [
  ['ready', { state: null }],
  ['ready', { state: { reportId: 'x', column: 'a', chunk: 3, tab: 'distribution', filter: '', sort: 'worst' } }],
  ['swap', null],
  ['cancel', null],
  ['retry', null],
  ['open', { side: 'reference' }],
  ['save', { format: 'html' }],
  ['saveChart', { format: 'svg', name: 'value', data: '<svg/>' }],
  ['trouble', { what: 'csp', detail: 'img-src' }],
  ['rows', rows],
  ['rows', { ...rows, selection: range, chunk: 3 }],
  ['rows', { ...rows, column: '__proto__', selection: { kind: 'category', value: '' } }],
  ['rerun', {}],
  ['rerun', { chunk: { by: 'week' }, profile: 'strict', timestamp: null }],
  ['rerun', { chunk: { rows: 500 }, timestamp: { auto: true } }],
  ['rerun', { columns: { a: { role: null, kind: 'text', limit: 0.5 }, b: { ignored: false } } }],
  ['rerun', { evaluate: { task: 'ranking', target: null, k: 10, limits: { 'mean(cost)': { max: 3 } }, scores: { yes: 'p_yes' } } }],
];

/** What another program on the page could send. */
const bad: readonly (readonly [keyof HostMethods, unknown])[] = [
  ['swap', { reference: '/etc/passwd' }],
  ['open', { side: '/etc/passwd' }],
  ['open', { side: '__proto__' }],
  ['open', null],
  ['save', { format: '__proto__' }],
  ['save', { format: 'exe' }],
  ['saveChart', { format: 'sh', name: 'x', data: '' }],
  ['saveChart', { format: 'svg', name: 7, data: '' }],
  ['trouble', { what: 'csp', detail: { toString: 1 } }],
  ['rows', null],
  ['rows', { ...rows, side: '/etc/passwd' }],
  ['rows', { ...rows, selection: { kind: 'range', from: '0) OR 1=1; --', to: null } }],
  ['rows', { ...rows, selection: { kind: 'range', from: Number.POSITIVE_INFINITY, to: null } }],
  ['rows', { ...rows, selection: { kind: 'category', value: { toString: 1 } } }],
  ['rows', { ...rows, selection: { kind: 'evil' } }],
  ['rows', { ...rows, selection: null }],
  ['rows', { ...rows, offset: '0; DROP TABLE x' }],
  ['rows', { ...rows, offset: 1e308 }],
  ['rows', { ...rows, offset: -1 }],
  ['rows', { ...rows, limit: 'x' }],
  ['rows', { ...rows, chunk: 'constructor' }],
  ['rows', { ...rows, chunk: 0.5 }],
  ['rows', { ...rows, more: 1 }],
  ['rerun', { reference: { path: '/etc/passwd' } }],
  ['rerun', { suffixes: { '': 'csv' } }],
  ['rerun', { profile: '__proto__' }],
  ['rerun', { profile: {} }],
  ['rerun', { chunk: { by: 'evil' } }],
  ['rerun', { chunk: 'x' }],
  ['rerun', { chunk: { rows: -1 } }],
  ['rerun', { chunk: { rows: '1; DROP' } }],
  ['rerun', { timestamp: { evil: 1 } }],
  ['rerun', { columns: [1, 2] }],
  ['rerun', { columns: { value: { kind: 'x); DROP' } } }],
  ['rerun', { columns: { value: { limit: 'x' } } }],
  ['rerun', { columns: { value: { limit: 0 } } }],
  ['rerun', { evaluate: 5 }],
  ['rerun', { evaluate: { limits: { f1: { min: 'x' } } } }],
  ['rerun', 'x'],
];

test('what the page sends is taken as it is', async () => {
  for (const [method, params] of good) assert.deepEqual(await checkedParams(method, params), params, JSON.stringify(params));
});

test('what makes no sense is refused with its place, before anything is made of it', async () => {
  for (const [method, params] of bad)
    await assert.rejects(
      async () => checkedParams(method, params),
      (error: Error) => error.message.startsWith(`${method}: `),
      JSON.stringify(params),
    );
  await assert.rejects(async () => checkedParams('rerun', { profile: '__proto__' }), /^Error: rerun: profile: /);
});

test('columns called like what every object has are kept', async () => {
  const sent: unknown = JSON.parse('{"columns": {"__proto__": {"limit": 0.2}, "constructor": {"ignored": true}}}');
  const { columns } = checkedParams('rerun', sent);
  assert.deepEqual(Object.entries(columns ?? {}), [
    ['__proto__', { limit: 0.2 }],
    ['constructor', { ignored: true }],
  ]);
});

test('a page is told words, never a stack, a path or the inside of an error', () => {
  const inside = Object.assign(new TypeError("Cannot read '/home/someone/x' of undefined"), { code: 'ENOENT', details: { file: '/etc' } });
  const bare = { code: null, details: null, stack: null };
  assert.deepEqual(errorForPage(inside, 'It failed.'), { name: 'Error', message: 'It failed.', ...bare });
  assert.deepEqual(errorForPage('/etc/passwd', 'It failed.'), { name: 'Error', message: 'It failed.', ...bare });
  assert.deepEqual(errorForPage(new ToldError('a.csv has changed.'), 'It failed.'), {
    name: 'Error',
    message: 'a.csv has changed.',
    ...bare,
  });
  const cancelled = errorForPage(abortError('/etc/passwd'), 'It failed.');
  assert.deepEqual({ ...cancelled, message: '' }, { name: 'AbortError', message: '', ...bare });
  assert.doesNotMatch(cancelled.message, /passwd/);
});

test('a page may answer with anything for an error', () => {
  for (const answer of [undefined, null, 7, 'x', {}, { message: { toString: null } }, { name: {}, message: 7 }])
    assert.ok(errorOfPage(answer).message.length > 0);
  assert.equal(errorOfPage({ name: 'AbortError' }).name, 'AbortError');
  assert.equal(errorOfPage({ message: 'no canvas' }).message, 'no canvas');
});
