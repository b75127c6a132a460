import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { isDataFile } from '../../src/host/questions/dataFiles.ts';
import { extension } from './extension.ts';

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly scope: string; readonly markdownDescription: string }>>;
    };
  };
}

suite('manifest', () => {
  const folder = (): string => extension().extensionPath;
  const text = (name: string): string => readFileSync(join(folder(), name), 'utf8');
  const manifest = (): Manifest => JSON.parse(text('package.json'));

  test('every command has a handler, and every handler a command', async () => {
    await extension().activate();
    // Views bring commands of their own.
    const registered = (await vscode.commands.getCommands(true)).filter(
      (id) => id.startsWith('driftbook.') && !id.startsWith('driftbook.recent.'),
    );
    assert.deepEqual(
      registered.sort(),
      manifest()
        .contributes.commands.map(({ command }) => command)
        .sort(),
    );
  });

  test('every %key% stands in both languages, and no language has a spare one', () => {
    const used = [...new Set([...text('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!))].sort();
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const words = JSON.parse(text(file)) as Record<string, string>;
      assert.deepEqual(Object.keys(words).sort(), used, file);
      for (const [key, word] of Object.entries(words)) assert.ok(word.trim().length > 0, `${file}: ${key}`);
    }
  });

  test('words of a person: no command repeats its category, every setting is described', () => {
    const { commands, configuration } = manifest().contributes;
    for (const { command, category, title } of commands) {
      assert.equal(category, 'Driftbook', command);
      assert.match(title, /^%.+%$/, command);
    }
    for (const [id, setting] of Object.entries(configuration.properties)) {
      assert.match(setting.markdownDescription, /^%.+%$/, id);
      assert.match(setting.scope, /^(resource|window|machine)$/, id);
    }
  });

  test('a workspace sets neither memory, nor threads, nor the cache: what it says of them is no value of theirs', async () => {
    const { properties } = manifest().contributes.configuration;
    const limits = ['memoryLimitMb', 'threads', 'cacheLimitMb'];
    for (const name of limits) assert.equal(properties[`driftbook.${name}`]?.scope, 'machine', name);
    const settings = vscode.workspace.getConfiguration('driftbook');
    for (const name of limits) {
      await assert.rejects(async () => settings.update(name, 4096, vscode.ConfigurationTarget.Workspace), name);
      assert.equal(vscode.workspace.getConfiguration('driftbook').inspect(name)?.workspaceValue, undefined, name);
    }
  });

  test('menus show commands that exist; what needs a file is not in the palette', () => {
    const { commands, menus } = manifest().contributes;
    const known = new Set(commands.map(({ command }) => command));
    for (const [menu, entries] of Object.entries(menus)) {
      for (const { command, when } of entries) {
        assert.ok(known.has(command), `${menu}: ${command}`);
        assert.ok(when, `${menu}: ${command} needs a when`);
      }
    }
    const hidden = (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map(({ command }) => command);
    const inMenus = Object.entries(menus).flatMap(([menu, entries]) =>
      menu === 'commandPalette' || menu === 'view/title' || menu === 'file/newFile' ? [] : entries.map(({ command }) => command),
    );
    for (const command of inMenus) assert.ok(hidden.includes(command), command);
  });

  test('the Explorer menu is for the files that can be read', () => {
    const [entry] = manifest().contributes.menus['explorer/context'] ?? [];
    const pattern = new RegExp(/resourceFilename =~ \/(.+)\/i/.exec(entry?.when ?? '')?.[1] ?? '$^', 'i');
    for (const name of [
      'a.csv',
      'a.tsv',
      'a.csv.gz',
      'a.csv.zst',
      'a.json',
      'a.jsonl',
      'a.ndjson.gz',
      'a.parquet',
      'a.pq',
      'a.parq',
      'a.pqt',
      'a.arrow',
      'a.arrows',
      'a.ipc',
      'a.FEATHER',
    ]) {
      assert.ok(pattern.test(name) && isDataFile(name), name);
    }
    for (const name of ['a.py', 'csv', 'a.csv.bak', 'a.parquet.gz', 'a.xlsx']) assert.ok(!pattern.test(name) && !isDataFile(name), name);
  });
});
