import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { driftbookShape } from '../../../src/core/driftbook/driftbook.ts';
import { pageLabelsEnglish } from '../../../src/core/sections/pageLabelKeys.ts';
import { type AnyShape, shapeOf } from '../../../src/core/spec/shape.ts';

/** Functions whose message is their first argument, and those that take the translator before it. */
const first = new Set(['t', 'translate']);
const second = new Set(['rich', 'sayPlain']);
/** Files that pass messages through. */
const passing = new Set(['rich.ts', 'sayPlain.ts', 'editorTranslate.ts', 'translator.ts', 'pageLabels.ts', 'shapeText.ts']);

export interface Messages {
  /** Message to the file that says it first. */
  readonly found: ReadonlyMap<string, string>;
  /** Calls whose message is not a literal: it could not be translated. */
  readonly unread: readonly string[];
}

/** Every message of the product that people read: from the sources of words, renderers, CLI and host, and the labels of the page. */
export function collectMessages(root: string): Messages {
  const found = new Map<string, string>();
  const unread: string[] = [];
  for (const folder of [
    'src/core/words',
    'src/core/measures',
    'src/core/sections',
    'src/core/spec',
    'src/core/render',
    'src/app',
    'src/cli',
    'src/host',
  ]) {
    for (const file of sources(join(root, folder))) {
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node)) {
          const message = messageOf(node);
          if (message !== null) {
            if (ts.isStringLiteralLike(message)) {
              if (!found.has(message.text)) found.set(message.text, file.slice(root.length + 1));
            } else if (!passing.has(file.split('/').at(-1)!)) unread.push(`${file.slice(root.length + 1)}: ${node.getText().slice(0, 80)}`);
          }
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
  }
  for (const label of Object.values(pageLabelsEnglish)) if (!found.has(label)) found.set(label, 'src/core/sections/pageLabelKeys.ts');
  for (const about of abouts(driftbookShape)) if (!found.has(about)) found.set(about, 'src/core/driftbook/driftbook.ts');
  return { found, unread };
}

/** What is said of a shape and of all within it: the hovers of driftbook files. */
function abouts(shape: AnyShape, asked: { readonly about?: string } = {}): string[] {
  const said = asked.about ?? shape.about;
  const { node } = shape;
  const within = ((): string[] => {
    switch (node.is) {
      case 'fields':
      case 'variant':
        return Object.values(node.of).flatMap((field) => abouts(shapeOf(field), 'optional' in field ? field : {}));
      case 'either':
        return node.of.flatMap((of) => abouts(of));
      case 'list':
      case 'byName':
      case 'orNull':
        return abouts(node.of);
      default:
        return [];
    }
  })();
  return [...(said === undefined ? [] : [said]), ...within];
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

function messageOf(call: ts.CallExpression): ts.Expression | null {
  const { expression, arguments: args } = call;
  if (ts.isIdentifier(expression)) {
    if (first.has(expression.text)) return args[0] ?? null;
    return second.has(expression.text) ? (args[1] ?? null) : null;
  }
  const isL10n =
    ts.isPropertyAccessExpression(expression) && expression.name.text === 't' && expression.expression.getText().endsWith('l10n');
  return isL10n ? (args[0] ?? null) : null;
}
