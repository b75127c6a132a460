import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression as it stands in the program. */
export interface SourceExpression {
  /** File and line. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** What a source file holds of regular expressions: literals, and places where one is put together while running. */
export interface Expressions {
  readonly literals: readonly SourceExpression[];
  readonly made: readonly string[];
}

/** All regular expressions of the TypeScript files below some folders, read from the syntax tree. */
export function sourceExpressions(folders: readonly string[]): Expressions {
  const found = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .sort()
      .map((name) => join(folder, name))
      .map((path) => expressionsOf(path, readFileSync(path, 'utf8'))),
  );
  return { literals: found.flatMap(({ literals }) => literals), made: found.flatMap(({ made }) => made) };
}

/** Those of one text. */
export function expressionsOf(path: string, text: string): Expressions {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const literals: SourceExpression[] = [];
  const made: string[] = [];
  const visit = (node: ts.Node): void => {
    const at = (): string => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ at: at(), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') made.push(at());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { literals, made };
}
