import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileKinds, formatFacts, formatNames } from '../../../src/core/data/dataFormats.ts';
import { fileKindsText } from '../../../src/core/words/fileKindsText.ts';
import { sources } from '../../../src/engine/sources/registry.ts';
import { chinese, english, root } from './translators.ts';

const text = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');

test('each kind of data file has a source of its own, and no end of file names means two', () => {
  assert.deepEqual(
    formatNames.map((format) => sources[format].format),
    formatNames,
  );
  const suffixes = formatNames.flatMap((format) => [...formatFacts(format).offered, ...formatFacts(format).alsoRead]);
  assert.deepEqual(suffixes, [...new Set(suffixes)]);
});

test('the setting of further ends names each kind in both languages', () => {
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    const said = JSON.parse(text(file)) as Record<string, string>;
    for (const format of formatNames) {
      assert.ok(said['settings.fileSuffixes']!.includes(`\`${format}\``), `${file}: ${format}`);
      assert.ok(said['settings.fileSuffixes']!.includes(`\`.${formatFacts(format).offered[0]}\``), `${file}: ${format}`);
      assert.ok(said['settings.fileSuffixes.format']!.includes(format), `${file}: ${format}`);
    }
  }
});

test('the README names each kind of data file and its ends', () => {
  const formats = /\n## Formats\n([\s\S]*?)\n##/.exec(text('README.md'))?.[1] ?? '';
  for (const kind of fileKinds) assert.ok(formats.includes(kind), kind);
  for (const format of formatNames) for (const suffix of formatFacts(format).offered) assert.ok(formats.includes(`.${suffix}`), suffix);
});

test('messages list the kinds of files that are read', () => {
  assert.match(fileKindsText(english), /^CSV, TSV, JSON, JSON Lines, .+ or \w+$/);
  assert.match(fileKindsText(chinese), /^CSV、TSV、JSON、JSON Lines、.+ 或 \w+$/);
});
