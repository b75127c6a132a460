import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { repo } from '../../harness/repo.mjs';

const folders = ['core', 'app', 'cli', 'host'];
/** Alike on purpose (CONTRIBUTING, "Names"): each section has its blocks and its result, measures and sections have a registry each. */
const alike = new Set(['blocks.ts', 'result.ts', 'registry.ts']);

const files = folders.flatMap((folder) =>
  readdirSync(join(repo, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${folder}/${name.replaceAll('\\', '/')}`),
);

/** What stands more than once, with where. */
function twice(places: Iterable<readonly [name: string, file: string]>): string[] {
  const found = new Map<string, Set<string>>();
  for (const [name, file] of places) found.set(name, (found.get(name) ?? new Set()).add(file));
  return [...found].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where].join(', ')}`);
}

function exportsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(repo, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
    const { name } = statement as ts.DeclarationStatement;
    return name === undefined ? [] : [name.getText()];
  });
}

test('no two files have one name, but those that are alike on purpose', () => {
  assert.ok(files.length > 400, `${files.length} files`);
  assert.deepEqual(twice(files.map((file) => [basename(file), file] as const).filter(([name]) => !alike.has(name))), []);
});

test('no two exports have one name', () => {
  const places = files.flatMap((file) => exportsOf(file).map((name) => [name, file] as const));
  assert.ok(places.length > 800, `${places.length} exports`);
  assert.deepEqual(twice(places), []);
});
