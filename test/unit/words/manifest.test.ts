import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { root } from './translators.ts';

const text = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');
const english = JSON.parse(text('package.nls.json')) as Record<string, string>;
const chinese = JSON.parse(text('package.nls.zh-cn.json')) as Record<string, string>;

test('every word of the manifest stands in English and in Chinese, and none is left over', () => {
  const used = [...new Set([...text('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!))].sort();
  assert.deepEqual(Object.keys(english).sort(), used);
  assert.deepEqual(Object.keys(chinese).sort(), used);
});

test('the Chinese words of the manifest are Chinese', () => {
  for (const [key, said] of Object.entries(chinese)) {
    assert.match(said, /[\u4e00-\u9fff]/, key);
    assert.notEqual(said, english[key], key);
  }
});

test('links, code and emphasis are the same in both languages', () => {
  const marks = (said: string): string[] => [...said.matchAll(/\]\(([^)]*)\)|`([^`]*)`/g)].map((match) => match[1] ?? match[2]!).sort();
  for (const [key, said] of Object.entries(english)) assert.deepEqual(marks(chinese[key]!), marks(said), key);
});

test('nothing of the manifest that people read is written out in it', () => {
  const { contributes } = JSON.parse(text('package.json')) as { contributes: unknown };
  const spoken = new Set(['title', 'description', 'markdownDescription', 'contents', 'altText', 'patternErrorMessage', 'errorMessage']);
  const walk = (value: unknown, key: string): string[] => {
    if (typeof value === 'string') return spoken.has(key) && !/^%[^%]+%$/.test(value) && value !== 'Driftbook' ? [`${key}: ${value}`] : [];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, child]) => walk(child, Array.isArray(value) ? key : name));
  };
  assert.deepEqual(walk(contributes, ''), []);
});
