import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectMessages } from './messages.ts';
import { chineseMessages, root } from './translators.ts';

const { found, unread } = collectMessages(root);
const placeholders = (message: string): string[] => [...message.matchAll(/\{[^}]*\}/g)].map((match) => match[0]).sort();

test('every message can be translated: it is written out where it is said', () => {
  assert.deepEqual(unread, []);
});

test('every message has a Chinese translation', () => {
  const lacking = [...found].filter(([message]) => !chineseMessages[message]).map(([message, file]) => `${file}: ${message}`);
  assert.deepEqual(lacking, []);
});

test('no translation is left over', () => {
  assert.deepEqual(
    Object.keys(chineseMessages).filter((message) => !found.has(message)),
    [],
  );
});

test('translations have the placeholders of their messages', () => {
  for (const [message, chinese] of Object.entries(chineseMessages)) {
    // A phrase may say a value twice, or drop none.
    assert.deepEqual([...new Set(placeholders(chinese))], [...new Set(placeholders(message))], message);
  }
});

test('Chinese sentences end as Chinese sentences do', () => {
  for (const [message, chinese] of Object.entries(chineseMessages)) {
    if (!/[a-z0-9}”)]\.$/.test(message) || /\.\.\.|--help\.$/.test(message)) continue;
    assert.match(chinese, /[。？]$/, message);
    assert.doesNotMatch(chinese, /[\u4e00-\u9fff],|[\u4e00-\u9fff];|[\u4e00-\u9fff]: /, message);
  }
});
