import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const check = join('src', 'core', 'check');

/** What only `core/check` makes. */
const made = new Set(['Verdict', 'Check', 'CheckResult']);
/** Words that decide, where they are given to a property of these names. */
const marks = new Set(['alert', 'watch', 'fail', 'pass', 'cannot_tell', 'improved', 'worse', 'better', 'critical', 'warning']);
const decided = new Set(['verdict', 'missingVerdict', 'outcome', 'standing', 'breached', 'severity']);

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [],
  );
}

/** Whether a type is, or may be, one that only `core/check` makes. */
function isMade(type: ts.Type | undefined): boolean {
  if (type === undefined) return false;
  if (type.isUnion()) return type.types.some(isMade);
  const declared = type.symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  return (
    made.has(type.symbol?.name ?? '') &&
    relative(root, declared)
      .split('/')
      .join(sep)
      .startsWith(check + sep)
  );
}

/**
 * Object literals outside of `core/check` that are, or are spread from, a verdict, a check or its result: by their types, so that no name hides one. Only files
 * that speak of checks are looked into: elsewhere there is nothing to make one from.
 */
function verdictsMade(places: readonly string[], planted: Readonly<Record<string, string>> = {}): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    jsx: ts.JsxEmit.Preserve,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const plantedAt = new Map(Object.entries(planted).map(([path, text]) => [join(root, path), text]));
  const read = host.readFile;
  const exists = host.fileExists;
  host.readFile = (path) => plantedAt.get(path) ?? read(path);
  host.fileExists = (path) => plantedAt.has(path) || exists(path);
  host.getSourceFile = (path, target) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, target, true);
  };
  const program = ts.createProgram([...places.map((path) => join(root, path)), ...plantedAt.keys()], options, host);
  const checker = program.getTypeChecker();
  const found: string[] = [];
  for (const path of [...places, ...Object.keys(planted)]) {
    const source = program.getSourceFile(join(root, path))!;
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        const spread = node.properties.some((one) => ts.isSpreadAssignment(one) && isMade(checker.getTypeAtLocation(one.expression)));
        if (spread || isMade(checker.getContextualType(node))) {
          found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** Properties that hold a decision and are given a word of one: by their names alone. */
function marksGiven(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const isMark = (node: ts.Expression): boolean => {
    if (ts.isConditionalExpression(node)) return isMark(node.whenTrue) || isMark(node.whenFalse);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isMark(node.expression);
    return node.kind === ts.SyntaxKind.TrueKeyword || (ts.isStringLiteral(node) && marks.has(node.text));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && decided.has(node.name.getText(source)) && isMark(node.initializer)) {
      found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Reasons that only core/check gives: why a difference cannot be read, and why a rise says nothing of the model. */
const reasons = new Set(['few_labels', 'few_of_a_class', 'scores_do_not_overlap', 'targets_near_zero']);

/** Where such a reason stands as a value: a comparison with one reads it, a type names it. */
function reasonsGiven(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const compared = ts.isBinaryExpression(node.parent ?? node) || ts.isLiteralTypeNode(node.parent ?? node);
    if (ts.isStringLiteral(node) && reasons.has(node.text) && !compared)
      found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const everything = ['src', 'webview'].flatMap(files);
const speaksOfChecks = (path: string): boolean =>
  /\b(?:CheckResult|Verdict|[cC]hecksOf|checkOf|checks)\b/.test(readFileSync(join(root, path), 'utf8'));

test('verdicts, checks and their results are made in core/check alone', () => {
  const spoken = everything.filter((path) => !path.startsWith(check + sep) && speaksOfChecks(path));
  assert.ok(spoken.length > 10, 'words read checks');
  const violation = join('src', 'core', 'words', 'planted.ts');
  const text = `
    import type { CheckResult } from '../check/check.ts';
    export const calm = (of: CheckResult): CheckResult => ({ ...of, verdict: { ...of.verdict, outcome: 'pass' } });
    export const own: CheckResult['verdict'] = { outcome: 'fail', shade: null, reason: null, rowsNeeded: null, p: null, q: null, visible: null };
  `;
  // The rule finds what is planted: two objects in the third line, one in the fourth.
  assert.deepEqual(verdictsMade(spoken, { [violation]: text }), [`${violation}:3`, `${violation}:3`, `${violation}:4`]);
});

test('what computes gives no mark of a decision: it takes the one that core/check made', () => {
  const computes = everything.filter((path) =>
    /^src.core.(?:pipeline|read|roles|measures|report|sections.[^/\\]+.compute).[^/\\]/.test(path),
  );
  assert.ok(computes.length > 100);
  assert.deepEqual(
    computes.flatMap((path) => marksGiven(path, readFileSync(join(root, path), 'utf8'))),
    [],
  );
  assert.deepEqual(marksGiven('planted.ts', "const row = {\n  verdict: p < 0.05 ? 'alert' : 'ok',\n  standing: null };"), ['planted.ts:2']);
});

test('what computes gives no reason why a verdict falls away: core/check does', () => {
  const computes = everything.filter((path) => /^src.core.(?:pipeline|sections.[^/\\]+.compute).[^/\\]/.test(path));
  assert.deepEqual(
    computes.flatMap((path) => reasonsGiven(path, readFileSync(join(root, path), 'utf8'))),
    [],
  );
  const text = "if (n < 100) return 'few_labels';\nconst reason = few ? 'scores_do_not_overlap' : null;\nreason === 'few_labels';";
  assert.deepEqual(reasonsGiven('planted.ts', text), ['planted.ts:1', 'planted.ts:2']);
});

test('the page on the house names the one place', () => {
  const page = readFileSync(join(root, 'media', 'docs', 'architecture.md'), 'utf8');
  const list = /## Where verdicts are made\n+((?:- .*\n)+)/.exec(page)?.[1]?.trimEnd().split('\n') ?? [];
  assert.deepEqual(
    list.map((line) => /`([^`]+)`/.exec(line)?.[1]),
    ['src/core/check'],
  );
});
