import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { repo } from '../../harness/repo.mjs';

/** What reads columns of a table, past any budget. */
const reading = new Set(['readNumbers', 'readCodes', 'countValues', 'countValuesTogether']);
/** Who may: the readers themselves. */
const allowed = /^src\/core\/read\/(columnReader|localSource)\.ts$/;

/** Places of a source text that call what reads columns, by whatever name the table goes. */
function callsIn(name: string, text: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const called = ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)
        ? node.argumentExpression.text
        : ts.isBindingElement(node)
          ? (node.propertyName ?? node.name).getText()
          : '';
    if (reading.has(called)) found.push(`${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${called}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('columns are read by the readers alone', () => {
  const files = readdirSync(join(repo, 'src/core'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/core/${file.replaceAll('\\', '/')}`);
  const calls = files.flatMap((file) => callsIn(file, readFileSync(join(repo, file), 'utf8')));
  assert.deepEqual(
    calls.filter((call) => !allowed.test(call.split(':')[0]!)),
    [],
  );
  // What is looked for is there.
  assert.deepEqual([...new Set(calls.map((call) => call.split(' ')[1]))].sort(), ['countValuesTogether', 'readCodes', 'readNumbers']);
});

test('a planted call is found', () => {
  const planted = [
    'table.readNumbers([], {}, sink, signal)',
    "run.tables.current['readCodes'](names)",
    'const { countValues: of } = table;',
  ];
  assert.deepEqual(
    planted.map((line) => callsIn('a.ts', `\n${line}`)),
    [['a.ts:2 readNumbers'], ['a.ts:2 readCodes'], ['a.ts:2 countValues']],
  );
});
