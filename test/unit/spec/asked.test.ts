import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareHelp, evaluateHelp, initHelp } from '../../../src/cli/helpText.ts';
import { askedFields } from '../../../src/core/spec/askedFields.ts';
import { comparisonSpec, specLayer } from '../../../src/core/spec/comparisonSpec.ts';
import { choicesLayer, specOf } from '../../../src/core/spec/layers.ts';
import { read } from '../../../src/core/spec/read.ts';
import { runOptions } from '../../../src/core/spec/runOptions.ts';
import { repo } from '../../harness/repo.mjs';
import { settingSchemas } from '../../tools/spec/settingSchemas.ts';
import { chinese, english } from '../words/translators.ts';

const fields = [specLayer, runOptions].flatMap((shape) => askedFields(shape));

test('every option stands in the help of a command, once for each form; help and version in that of the program', () => {
  for (const t of [english, chinese]) {
    const help = [compareHelp(t), evaluateHelp(t), initHelp(t)];
    for (const { option } of fields) {
      if (option === undefined || option.group === 'none') continue;
      const line = `  --${option.name}${option.takes === undefined ? '' : ` ${option.takes}`} `;
      const times = help.map((text) => text.split(line).length - 1);
      assert.deepEqual(times, option.only === 'init' ? [0, 0, 1] : option.only === 'evaluate' ? [0, 1, 0] : [1, 0, 0], line);
    }
  }
});

test('no two fields have the same setting, and settings are described', () => {
  const names = fields.flatMap(({ setting }) => (setting ? [setting.name] : []));
  assert.equal(new Set(names).size, names.length);
  const words = Object.keys(JSON.parse(readFileSync(join(repo, 'package.nls.json'), 'utf8')));
  for (const name of names) assert.ok(words.includes(`settings.${name}`), name);
  assert.deepEqual(Object.keys(settingSchemas(new Set(words))).sort(), names.map((name) => `driftbook.${name}`).sort());
});

const pair = { reference: '/a.csv', current: '/b.csv', evaluate: true };

test('layers: the last word counts, entry by entry and bound by bound; a form of chunks is not mixed with another', () => {
  const spec = specOf(pair, [
    {
      profile: 'sensitive',
      chunk: { by: 'week' },
      columns: { ignore: ['a', 'b'], limits: { x: 0.1, y: 0.2 } },
      suffixes: { '.dat': 'csv' },
    },
    { nullValues: ['NA'], evaluate: { target: 'y', limits: { f1: { min: 0.5 }, mae: { max: 3 } } } },
    {
      chunk: { rows: 500 },
      nullValues: ['-'],
      columns: { keep: ['a'], limits: { y: 0.3 } },
      evaluate: { limits: { f1: { maxDrop: 0.1 } } },
    },
    { columns: { ignore: ['c'] }, suffixes: { '.log': 'json' } },
  ]);
  assert.deepEqual(spec, {
    reference: { path: '/a.csv' },
    current: { path: '/b.csv' },
    profile: 'sensitive',
    chunk: { rows: 500 },
    nullValues: ['-'],
    columns: { ignore: ['b', 'c'], limits: { x: 0.1, y: 0.3 } },
    evaluate: { target: 'y', limits: { f1: { min: 0.5, maxDrop: 0.1 }, mae: { max: 3 } } },
    suffixes: { '.dat': 'csv', '.log': 'json' },
  });
  assert.deepEqual(read(comparisonSpec, spec).problems, []);
});

test('a column that was taken back in is in, whatever was left out below; one that is left out above is out', () => {
  const back = choicesLayer({ columns: { a: { ignored: false }, b: { ignored: true } } });
  assert.deepEqual(specOf(pair, [{ columns: { ignore: ['a'] } }, back]).columns, { ignore: ['b'] });
  assert.deepEqual(specOf(pair, [back, { columns: { ignore: ['a'] } }]).columns, { ignore: ['b', 'a'] });
  assert.equal(specOf({ ...pair, evaluate: false }, [{ evaluate: { target: 'y' } }]).evaluate, undefined);
});
