import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChoiceMemory } from '../../../src/app/choiceMemory.ts';
import { choices as choicesShape } from '../../../src/core/spec/choices.ts';
import { choicesLayer, specOf } from '../../../src/core/spec/layers.ts';
import { read } from '../../../src/core/spec/read.ts';

const pair = { reference: '/a.csv', current: '/b.csv', evaluate: false };
const key = 'driftbook.choices\n/a.csv\n/b.csv';
/** A workspace's memory that holds `kept` for the pair, and what was told of it. */
function remembered(kept: unknown): { readonly memory: ChoiceMemory; readonly told: string[]; readonly now: () => unknown } {
  const values = new Map<string, unknown>([[key, kept]]);
  const told: string[] = [];
  const memento: ConstructorParameters<typeof ChoiceMemory>[0] = {
    get: (name) => values.get(name),
    update: async (name, value) => {
      if (value === undefined) values.delete(name);
      else values.set(name, JSON.parse(JSON.stringify(value)));
    },
  };
  return { memory: new ChoiceMemory(memento, (_pair, parts) => told.push(...parts)), told, now: () => values.get(key) };
}

test('a pair whose choices were spoilt compares again: what makes no sense is told once and forgotten, the rest stands', async () => {
  const kept = JSON.parse(
    '{"profile": "__proto__", "timestamp": "when", "evil": 1, "columns": {"a": {"limit": 0.2}, "__proto__": {"limit": "x"}}, "chunk": {"rows": -1}}',
  );
  const { memory, told, now } = remembered(kept);
  assert.deepEqual(await memory.get(pair), { timestamp: 'when', columns: { a: { limit: 0.2 } } });
  assert.deepEqual(told.splice(0).sort(), ['chunk.rows', 'columns.__proto__.limit', 'evil', 'profile']);
  assert.deepEqual(now(), { timestamp: 'when', columns: { a: { limit: 0.2 } } });
  assert.equal(specOf(pair, [choicesLayer(await memory.get(pair))]).profile, 'default');
  assert.deepEqual(told, [], 'told once');
});

test('anything may stand there', async () => {
  for (const kept of [null, 7, 'x', [], [{ profile: 'strict' }], { columns: [] }, { columns: 'x' }, { evaluate: { k: 0 } }]) {
    const { memory, told, now } = remembered(kept);
    assert.deepEqual(await memory.get(pair), {}, JSON.stringify(kept));
    assert.equal(told.length, 1, JSON.stringify(kept));
    assert.equal(now(), undefined);
  }
});

test('what was chosen is read as it was kept', async () => {
  const choices = {
    chunk: { by: 'week' },
    profile: 'strict',
    timestamp: null,
    columns: { constructor: { role: 'target', kind: 'text', ignored: false, limit: 1 } },
    evaluate: { task: 'binary', target: 'y', scores: { yes: 'p' }, segments: ['plan'], costs: { falsePositive: 1, falseNegative: 5 } },
  };
  assert.deepEqual(read(choicesShape, choices), { value: choices, problems: [] });
  const { memory, told } = remembered(choices);
  await memory.change(pair, { profile: 'sensitive' });
  assert.deepEqual(await memory.get(pair), { ...choices, profile: 'sensitive' });
  assert.equal(await memory.reset(pair), true);
  assert.equal(await memory.reset(pair), false);
  assert.deepEqual(await memory.get(pair), {});
  assert.deepEqual(told, []);
});
