import { catalogue } from '../measures/registry.ts';
import { nearest } from './nearest.ts';
import type { NumberBounds, Path, Problem } from './problem.ts';
import { type AnyShape, type FieldsCheck, mostNames, type NameCheck, type Node, type Rule, type Shape, shapeOf } from './shape.ts';

/** Problems told of one value; whoever writes more is not helped by all of them. */
const mostProblems = 100;
/** Characters of a wrong value that are told. */
const longestFound = 80;

/** What could be read of a value. */
export interface ReadValue<T> {
  /** Without the parts that are wrong; undefined when nothing is left. Of the shape also where there are problems. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a value of any origin: the only way in for settings, choices that were remembered, kept reports, messages of a page, options and files.
 * Nothing of it is trusted. Every problem has its place; what is wrong is left out, and so is an object that lacks a part it must have. Who
 * wants all or nothing looks whether there are problems. Takes time and room linear in the value.
 */
export function read<T>(shape: Shape<T>, value: unknown): ReadValue<T> {
  const problems: Problem[] = [];
  const tell = (problem: Problem): void => {
    if (problems.length < mostProblems) problems.push(problem);
  };
  const found = walk(shape, value, [], tell);
  return { value: found === wrong ? undefined : (found as T), problems };
}

/** Stands for a value that cannot be read. */
const wrong = Symbol('wrong');

type Tell = (problem: Problem) => void;

function walk(shape: AnyShape, value: unknown, path: Path, tell: Tell): unknown {
  const { node } = shape;
  const fail = (problem: Omit<Problem, 'path' | 'found'>): typeof wrong => {
    tell({ path, found: foundText(value), ...problem });
    return wrong;
  };
  switch (node.is) {
    case 'anything':
      return value;
    case 'nothing':
      return value === null ? null : fail({ code: 'kind', kind: 'null' });
    case 'orNull':
      return value === null ? null : walk(node.of, value, path, tell);
    case 'flag':
      return value === true || (value === false && node.only === undefined) ? value : fail({ code: 'kind', kind: 'flag' });
    case 'text':
      if (typeof value !== 'string') return fail({ code: 'kind', kind: 'text' });
      return value.length <= node.longest && value.length >= node.shortest ? value : fail({ code: 'size' });
    case 'written':
      return typeof value === 'string' && fits(node.pattern, value) ? value : fail({ code: 'written', allowed: [node.as] });
    case 'choice':
      if (typeof value === 'string' && (node.of.includes(value) || (node.or !== undefined && fits(node.or, value)))) return value;
      if (node.measures) return fail({ code: 'measure', near: typeof value === 'string' ? nearest(value.slice(0, 100), node.of) : null });
      return fail({ code: 'choice', allowed: node.of, near: typeof value === 'string' ? nearest(value.slice(0, 100), node.of) : null });
    case 'number': {
      const read = numberOf(node, value);
      return read ?? fail({ code: 'number', bounds: node });
    }
    case 'list':
      return listOf(node, value, path, tell) ?? fail({ code: Array.isArray(value) ? 'size' : 'kind', kind: 'list' });
    case 'fields':
      return isObject(value) ? fieldsOf(node, value, path, tell) : fail({ code: 'kind', kind: 'fields' });
    case 'byName':
      return isObject(value) ? namesOf(node, value, path, tell) : fail({ code: 'kind', kind: 'fields' });
    case 'variant':
      return isObject(value) ? variantOf(node, value, path, tell) : fail({ code: 'kind', kind: 'fields' });
    case 'either':
      return eitherOf(node, value, path, tell) ?? fail({ code: 'form', allowed: formsOf(node) });
  }
}

function numberOf(bounds: NumberBounds, value: unknown): number | null {
  const written = bounds.percent && typeof value === 'string' ? /^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*%\s*$/.exec(value) : null;
  const number = written === null ? value : Number(written[1]) / 100;
  if (typeof number !== 'number' || !Number.isFinite(number)) return null;
  if (bounds.whole && !Number.isSafeInteger(number)) return null;
  const { least = Number.NEGATIVE_INFINITY, above = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bounds;
  return number >= least && number > above && number <= most ? number : null;
}

function listOf({ of, longest }: Extract<Node, { is: 'list' }>, value: unknown, path: Path, tell: Tell): unknown {
  if (!Array.isArray(value) || value.length > longest) return null;
  const items = value.map((item, i) => walk(of, item, [...path, i], tell)).filter((item) => item !== wrong);
  return items.length === 0 && value.length > 0 ? wrong : items;
}

function fieldsOf(
  { of, check, open, notYet }: Extract<Node, { is: 'fields' }>,
  value: Readonly<Record<string, unknown>>,
  path: Path,
  tell: Tell,
): unknown {
  const given = Object.keys(value);
  const known = Object.keys(of);
  const read: [string, unknown][] = [];
  let sound = true;
  for (const key of given) {
    if (Object.hasOwn(of, key)) continue;
    if (open) {
      read.push([key, value[key]]);
      continue;
    }
    const near = nearest(key.slice(0, 100), known);
    sound = false;
    tell({ path: [...path, key], code: 'unknown', found: foundText(value[key]), allowed: known, near });
  }
  let whole = true;
  for (const [key, field] of Object.entries(of)) {
    const part = Object.hasOwn(value, key) ? value[key] : undefined;
    const mayLack = 'optional' in field;
    if (part === undefined) {
      if (mayLack) continue;
      tell({ path: [...path, key], code: 'lacking', found: '' });
      whole = false;
      continue;
    }
    const found = walk(shapeOf(field), part, [...path, key], tell);
    if (found !== wrong) read.push([key, found]);
    else sound = false;
    if (found === wrong && !mayLack) whole = false;
  }
  if (!whole || (read.length === 0 && given.some((key) => value[key] !== undefined))) return wrong;
  if (notYet) {
    tell({ path, code: 'notYet', found: foundText(value) });
    return wrong;
  }
  // What a rule would say of the parts that are left is not what was written.
  if (typeof check === 'function' && !sound) return wrong;
  const object = Object.fromEntries(read);
  const broken = check === undefined ? [] : typeof check === 'function' ? check(object) : boundsHold(object, check) ? [] : [crossed];
  for (const problem of broken) {
    const part = problem.path.reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);
    tell({ ...problem, path: [...path, ...problem.path], found: foundText(part) });
  }
  return broken.length > 0 ? wrong : object;
}

const crossed = { path: [], code: 'bounds' } as const;

/** Whether a pattern fits a text. Texts that people write so are short: a long one is none. */
function fits(pattern: RegExp, text: string): boolean {
  return text.length <= 1000 && pattern.test(text);
}

/** The form that a field names. What another form has, too, does not go with it; without any, the name that was likely meant is told. */
function variantOf({ of }: Extract<Node, { is: 'variant' }>, value: Readonly<Record<string, unknown>>, path: Path, tell: Tell): unknown {
  const kinds = Object.keys(of);
  const [kind, other] = Object.keys(value).filter((key) => Object.hasOwn(of, key));
  if (kind === undefined) {
    const shared = new Set(Object.values(of).flatMap(({ node }) => (node.is === 'fields' ? Object.keys(node.of) : [])));
    for (const key of Object.keys(value)) {
      const near = shared.has(key) ? null : nearest(key.slice(0, 100), kinds);
      if (near === null) continue;
      tell({ path: [...path, key], code: 'unknown', found: foundText(value[key]), allowed: kinds, near });
      return wrong;
    }
    tell({ path, code: 'someOf', found: foundText(value), allowed: kinds });
    return wrong;
  }
  if (other !== undefined) {
    tell({ path: [...path, other], code: 'together', found: foundText(value[other]), allowed: [kind] });
    return wrong;
  }
  return walk(of[kind]!, value, path, tell);
}

function boundsHold(bounds: Readonly<Record<string, unknown>>, check: Exclude<FieldsCheck, Rule>): boolean {
  if (check === 'someBounds' && Object.keys(bounds).length === 0) return false;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds as { min?: number; max?: number };
  return min <= max;
}

function namesOf({ name, of }: Extract<Node, { is: 'byName' }>, value: Readonly<Record<string, unknown>>, path: Path, tell: Tell): unknown {
  const given = Object.entries(value);
  if (given.length > mostNames) {
    tell({ path, code: 'size', found: String(given.length) });
    return wrong;
  }
  const read: [string, unknown][] = [];
  for (const [key, part] of given) {
    const at = [...path, key];
    const problem = nameProblem(name, key);
    if (problem !== null) {
      tell({ path: at, found: foundText(part), ...problem });
      continue;
    }
    const found = walk(of, part, at, tell);
    if (found !== wrong) read.push([name === 'ending' ? normalEnding(key) : key, found]);
  }
  return read.length === 0 && given.length > 0 ? wrong : Object.fromEntries(read);
}

function nameProblem(check: NameCheck, name: string): Omit<Problem, 'path' | 'found'> | null {
  switch (check) {
    case 'any':
      return name.length <= 1_000_000 ? null : { code: 'size' };
    case 'ending': {
      const ending = normalEnding(name);
      // `.gz` and `.zst` say how a file is packed, not what it holds.
      return /^\.[\p{L}\p{N}_+-]{1,32}$/u.test(ending) && ending !== '.gz' && ending !== '.zst' ? null : { code: 'ending' };
    }
    case 'limit':
      if (/^(mean|median|p95)\(.+\)$/s.test(name)) return null;
      return measureProblem(name);
    case 'measure':
      return measureProblem(name);
  }
}

function measureProblem(name: string): Omit<Problem, 'path' | 'found'> | null {
  if (Object.hasOwn(catalogue, name)) return null;
  return { code: 'measure', near: nearest(name.slice(0, 100), Object.keys(catalogue)) };
}

/** An end of file names, in lower case and with its dot. */
function normalEnding(text: string): string {
  return `.${text.replace(/^\./, '').toLowerCase()}`;
}

/** The first form that fits; else the problems of the one that was likely meant. Null: none was. */
function eitherOf({ of }: Extract<Node, { is: 'either' }>, value: unknown, path: Path, tell: Tell): unknown {
  for (const shape of of) {
    const told: Problem[] = [];
    const found = walk(shape, value, path, (problem) => told.push(problem));
    if (told.length === 0) return found;
  }
  if (!isObject(value)) return null;
  const fitting = of.map(({ node }) => (node.is === 'fields' ? fieldsMeant(node, value) : 0));
  const most = Math.max(...fitting);
  if (most === 0) return null;
  const meant = of[fitting.indexOf(most)]!;
  const told: Problem[] = [];
  const found = walk(meant, value, path, (problem) => told.push(problem));
  // Who meant what cannot be done yet is told so, with what can be.
  for (const problem of told) tell(problem.code === 'notYet' ? { ...problem, allowed: formsOf({ of }) } : problem);
  return found;
}

/** The forms that something can be done with, as people write them. */
function formsOf({ of }: { readonly of: readonly AnyShape[] }): string[] {
  return of.filter(({ node }) => node.is !== 'fields' || node.notYet === undefined).map(formText);
}

/** How many fields of a value a form has; none when the form says of itself what it is, and the value is something else. */
function fieldsMeant({ of }: Extract<Node, { is: 'fields' }>, value: Readonly<Record<string, unknown>>): number {
  const isOther = Object.entries(of).some(([key, field]) => {
    const { node } = shapeOf(field);
    return node.is === 'choice' && node.of.length === 1 && value[key] !== node.of[0];
  });
  return isOther ? 0 : Object.keys(value).filter((key) => Object.hasOwn(of, key)).length;
}

function formText({ node, called }: AnyShape): string {
  if (node.is === 'fields') return `{${Object.keys(node.of).join(', ')}}`;
  return called ?? (node.is === 'choice' ? node.of.join(', ') : node.is);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A wrong value as JSON, cut short: it may be large, and hold what has no JSON. */
function foundText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, longestFound));
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.keys(value).slice(0, 3).join(', ').slice(0, longestFound)}}`;
  return String(value).slice(0, longestFound);
}
