import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import type { SyntaxCode, SyntaxProblem } from '../../core/driftbook/syntaxProblem.ts';
import type { Path } from '../../core/spec/problem.ts';
import type { SourceRange } from './sourceRange.ts';

/*
 * YAML by the library the field uses, behind bounds that it does not have: text nested deep enough ends the whole process in it.
 */

/** Characters of a file; with prose and queries a large one has a tenth of them. */
const longest = 1_000_000;
/** Parts within parts; a check in a cell has 6. */
const deepest = 64;
/** Values, those behind aliases counted each time. */
const mostValues = 100_000;
/** Problems told of one text. */
const mostProblems = 100;

export interface SyntaxAt extends SyntaxProblem {
  readonly range: SourceRange;
}

/** Where a value stands, and its name, if it has one. */
export interface Place {
  readonly value: SourceRange;
  readonly key: SourceRange | null;
}

export interface ParsedYaml {
  /** Absent where the text cannot be taken apart at all. */
  readonly document: Document.Parsed | null;
  /** What it holds, as far as it can be read: objects, lists, texts, numbers, flags and nulls. */
  readonly value: unknown;
  readonly problems: readonly SyntaxAt[];
  /** Places by path, as `placeKey` writes it. */
  readonly places: ReadonlyMap<string, Place>;
}

/** A path as one text. */
export function placeKey(path: Path): string {
  return JSON.stringify(path);
}

/** Takes YAML 1.2 (core schema) apart. Never throws, whatever the text is. Linear in the text. */
export function parseYaml(text: string): ParsedYaml {
  const fail = (problem: SyntaxAt): ParsedYaml => ({ document: null, value: undefined, problems: [problem], places: new Map() });
  if (text.length > longest) return fail({ syntax: 'size', found: '', range: { start: 0, end: 0 } });
  const tokens = [...new Parser().parse(text)];
  const deep = firstTooDeep(tokens);
  if (deep !== null) return fail({ syntax: 'depth', found: String(deepest), range: { start: deep, end: deep + 1 } });
  // Its own look for names that stand twice takes minutes where there are many.
  const options = {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    keepSourceTokens: true,
    uniqueKeys: false,
  } as const;
  const composer = new Composer(options);
  const documents = [...composer.compose(tokens, true, text.length)];
  const [document, second] = documents as Document.Parsed[];
  if (document === undefined) return fail({ syntax: 'empty', found: '', range: { start: 0, end: 0 } });
  const problems = [...document.errors, ...document.warnings].slice(0, mostProblems).map((error) => libraryProblem(error, text));
  const { yaml } = document.directives;
  if (yaml.explicit === true && yaml.version !== '1.2')
    problems.push({ syntax: 'directive', found: '', range: lineAt(text, text.indexOf('%YAML')) });
  if (second !== undefined) problems.push({ syntax: 'documents', found: '', range: { start: second.range[0], end: second.range[0] + 3 } });
  const { contents } = document;
  if (problems.length === 0 && (contents === null || (isScalar(contents) && contents.source === '')))
    return fail({ syntax: 'empty', found: '', range: { start: 0, end: 0 } });
  const reader = new ValueReader();
  const value = reader.read(contents, []);
  return {
    document,
    value,
    problems: [...problems, ...reader.problems].sort((a, b) => a.range.start - b.range.start),
    places: reader.places,
  };
}

function lineAt(text: string, start: number): SourceRange {
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}

/** Where parts lie too deep within each other; null: nowhere. What the library makes of tokens it makes by calls within calls, without a bound. */
function firstTooDeep(tokens: readonly CST.Token[]): number | null {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > deepest) return token.offset;
    if (token.type === 'document' && token.value !== undefined) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items)
      for (const part of [key, value]) if (part !== null && part !== undefined) open.push({ token: part, depth: depth + 1 });
  }
  return null;
}

const libraryCodes: Readonly<Partial<Record<YAMLError['code'], SyntaxCode>>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  MISSING_CHAR: 'unclosed',
  MULTIPLE_DOCS: 'documents',
  TAG_RESOLVE_FAILED: 'tag',
  MULTIPLE_TAGS: 'tag',
  BAD_ALIAS: 'alias',
  BAD_DIRECTIVE: 'directive',
  NON_STRING_KEY: 'key',
  RESOURCE_EXHAUSTION: 'depth',
};

function libraryProblem({ code, pos: [start, end] }: YAMLError, text: string): SyntaxAt {
  const syntax = libraryCodes[code] ?? 'unexpected';
  const found = syntax === 'tag' ? text.slice(start, end) : syntax === 'depth' ? String(deepest) : '';
  return { syntax, found, range: { start, end } };
}

/** Reads the values of a document, with their places. */
class ValueReader {
  readonly problems: SyntaxAt[] = [];
  readonly places = new Map<string, Place>();
  /** The anchors so far; a later one of the same name stands in place of an earlier. */
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #within = new Set<ParsedNode>();
  #values = 0;
  /** Set within an alias: its own place is that of all that it stands for. */
  #alias: SourceRange | null = null;

  read(node: ParsedNode | null, path: Path, key: SourceRange | null = null): unknown {
    const range =
      this.#alias ?? (node === null ? { start: key?.end ?? 0, end: key?.end ?? 0 } : { start: node.range[0], end: node.range[1] });
    this.places.set(placeKey(path), { value: range, key });
    if (node === null) return null;
    if (++this.#values > mostValues) {
      if (this.#values === mostValues + 1) this.#tell(this.#alias === null ? 'size' : 'aliases', '', range);
      return undefined;
    }
    if (isAlias(node)) return this.#aliased(node, path, key, range);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isSeq(node)) return node.items.map((item, i) => this.read(item as ParsedNode | null, [...path, i], null));
    if (isMap(node)) return this.#map(node, path);
    if (!isScalar(node)) return null;
    const { value } = node;
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
    return node.source ?? null;
  }

  #map(node: Extract<ParsedNode, { items: unknown[] }>, path: Path): unknown {
    // Names may be those that every object has: they are made its own.
    const entries = new Map<string, unknown>();
    for (const pair of node.items as { key: ParsedNode | null; value: ParsedNode | null }[]) {
      const { key, value } = pair;
      const at =
        this.#alias ?? (key === null ? { start: node.range[0], end: node.range[0] + 1 } : { start: key.range[0], end: key.range[1] });
      if (key !== null && !isScalar(key)) {
        this.#tell('key', '', at);
        continue;
      }
      const name = key === null ? 'null' : typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      if (entries.has(name)) {
        this.#tell('duplicate_key', name, at);
        continue;
      }
      entries.set(name, this.read(value, [...path, name], at));
    }
    return Object.fromEntries(entries);
  }

  #aliased(node: Alias.Parsed, path: Path, key: SourceRange | null, range: SourceRange): unknown {
    const target = this.#anchors.get(node.source);
    if (target === undefined || this.#within.has(target) || this.#within.size >= deepest) {
      this.#tell(target === undefined ? 'alias' : 'aliases', node.source, range);
      return undefined;
    }
    const outer = this.#alias;
    this.#alias = range;
    this.#within.add(target);
    const value = this.read(target, path, key);
    this.#within.delete(target);
    this.#alias = outer;
    return value;
  }

  #tell(syntax: SyntaxCode, found: string, range: SourceRange): void {
    if (this.problems.length < mostProblems) this.problems.push({ syntax, found, range });
  }
}
