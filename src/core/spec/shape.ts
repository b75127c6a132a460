import type { Asked } from './asked.ts';
import type { Path, Problem } from './problem.ts';

/*
 * What a value can look like, as data: types, reader, JSON schema, settings, options of the command line and the merge of layers all come from it.
 * Own, and small, in place of a library of schemas: those tell neither what else could have been written nor a place in an object by names of
 * the data, and core takes no package.
 */

/** A value's look. */
export type Node =
  | { readonly is: 'text'; readonly shortest: number; readonly longest: number }
  | {
      readonly is: 'number';
      readonly whole: boolean;
      readonly least?: number;
      /** The least that is not allowed any more. */
      readonly above?: number;
      readonly most?: number;
      /** Whether `10%` may stand for 0.1. */
      readonly percent?: boolean;
    }
  | { readonly is: 'flag'; readonly only?: true }
  /** A text that a pattern fits as a whole; `as` is how it is written, for people. */
  | { readonly is: 'written'; readonly pattern: RegExp; readonly as: string }
  /** `measures`: the words are measures, which are too many to be told; `or`: a pattern that other words fit as a whole. */
  | { readonly is: 'choice'; readonly of: readonly string[]; readonly measures?: true; readonly or?: RegExp }
  | { readonly is: 'list'; readonly of: AnyShape; readonly longest: number }
  | {
      readonly is: 'fields';
      readonly of: Readonly<Record<string, AnyShape | Optional<unknown>>>;
      readonly check?: FieldsCheck;
      /** Whether there may be others, which are not looked into. */
      readonly open?: true;
      /** Whether it is known what is meant, and nothing can be done with it. */
      readonly notYet?: true;
    }
  | { readonly is: 'byName'; readonly name: NameCheck; readonly of: AnyShape }
  | { readonly is: 'either'; readonly of: readonly AnyShape[] }
  /** An object of the form whose name is one of its fields. */
  | { readonly is: 'variant'; readonly of: Readonly<Record<string, AnyShape>> }
  | { readonly is: 'orNull'; readonly of: AnyShape }
  | { readonly is: 'nothing' }
  | { readonly is: 'anything' };

/** What further must hold of an object: that its `min` is no larger than its `max`, that it bounds something at all, or what a rule says. */
export type FieldsCheck = 'bounds' | 'someBounds' | Rule;

/** What is wrong with an object whose fields are right each: the places are within it. */
export type Rule = (object: Readonly<Record<string, unknown>>) => readonly RuleProblem[];
export type RuleProblem = Omit<Problem, 'found'> & { readonly path: Path };

/** What the names of an object by names must be: columns or classes of the data, measures or resources, measures alone, ends of file names. */
export type NameCheck = 'any' | 'limit' | 'measure' | 'ending';

export interface Shape<T> {
  readonly node: Node;
  /** What it is called in a JSON schema, where it stands once; absent: it is written out where it is used. */
  readonly called?: string;
  readonly about?: string;
  /** Never there: carries the type. */
  readonly of?: () => T;
}

export type AnyShape = Shape<unknown>;

/** A field that may be absent, and by which ways it can be asked for. */
export interface Optional<T> extends Asked {
  readonly optional: Shape<T>;
}

/** The type of what has a shape. */
export type Of<S> = S extends Shape<infer T> ? T : never;

type Entries = Readonly<Record<string, AnyShape | Optional<unknown>>>;
type OfFields<F extends Entries> = Plain<
  { readonly [K in keyof F as F[K] extends Optional<unknown> ? never : K]: Of<F[K]> } & {
    readonly [K in keyof F as F[K] extends Optional<unknown> ? K : never]?: F[K] extends Optional<infer T> ? T : never;
  }
>;
type Plain<T> = { [K in keyof T]: T[K] };

/** Longest name of a column, or value of a category. */
const longestName = 1_000_000;
/** Most columns, classes or texts that can be named. */
export const mostNames = 100_000;

/** A text of so many characters. */
export function text(longest = longestName, shortest = 0): Shape<string> {
  return { node: { is: 'text', shortest, longest } };
}

export function number(bounds: Omit<Extract<Node, { is: 'number' }>, 'is' | 'whole'> = {}): Shape<number> {
  return { node: { is: 'number', whole: false, ...bounds } };
}

export function whole(least: number, most?: number): Shape<number> {
  return { node: { is: 'number', whole: true, least, ...(most === undefined ? {} : { most }) } };
}

export function flag(): Shape<boolean> {
  return { node: { is: 'flag' } };
}

/** True and nothing else. */
export function yes(): Shape<true> {
  return { node: { is: 'flag', only: true } };
}

export function choice<const O extends readonly string[]>(of: O): Shape<O[number]> {
  return { node: { is: 'choice', of } };
}

/** One of the measures, or what a pattern fits as a whole. */
export function measure(of: readonly string[], or?: RegExp): Shape<string> {
  return { node: { is: 'choice', of, measures: true, ...(or === undefined ? {} : { or }) } };
}

/** A text that a pattern fits as a whole; `as` says how it is written. */
export function written(pattern: RegExp, as: string): Shape<string> {
  return { node: { is: 'written', pattern, as } };
}

/** A list of so many items at most. */
export function list<T>(of: Shape<T>, longest = mostNames): Shape<readonly T[]> {
  return { node: { is: 'list', of, longest } };
}

/** An object with known fields; others are told. */
export function fields<const F extends Entries>(of: F, check?: FieldsCheck): Shape<OfFields<F>> {
  return { node: { is: 'fields', of, ...(check === undefined ? {} : { check }) } };
}

/** An object with known fields and others, which are not looked into. */
export function openFields<const F extends Entries>(of: F): Shape<OfFields<F>> {
  return { node: { is: 'fields', of, open: true } };
}

/** An object that is understood and refused: nothing can be done with it yet. */
export function notYet<T>(shape: Shape<T>): Shape<T> {
  return shape.node.is === 'fields' ? { ...shape, node: { ...shape.node, notYet: true } } : shape;
}

/** An object by names of the data, which may be called like what every object has. */
export function byName<T>(of: Shape<T>, name: NameCheck = 'any'): Shape<Readonly<Record<string, T>>> {
  return { node: { is: 'byName', name, of } };
}

export function either<const S extends readonly AnyShape[]>(...of: S): Shape<Of<S[number]>> {
  return { node: { is: 'either', of } };
}

/** One of several forms of objects: the one whose name is a field of it. */
export function variant<const V extends Readonly<Record<string, AnyShape>>>(of: V): Shape<Of<V[keyof V]>> {
  return { node: { is: 'variant', of } };
}

export function orNull<T>(of: Shape<T>): Shape<T | null> {
  return { node: { is: 'orNull', of } };
}

/** Null and nothing else. */
export function nothing(): Shape<null> {
  return { node: { is: 'nothing' } };
}

/** Whatever it is, it is not looked into. */
export function anything<T>(): Shape<T> {
  return { node: { is: 'anything' } };
}

/** A field that may be absent. */
export function optional<T>(shape: Shape<T>, asked: Asked = {}): Optional<T> {
  return { optional: shape, ...asked };
}

/** A field that may be absent, as it is in the objects of another shape. */
export function fieldOf<T, K extends keyof T & string>({ node }: Shape<T>, key: K): Optional<Exclude<T[K], undefined>> {
  const field = node.is === 'fields' ? node.of[key] : undefined;
  if (field === undefined || !('optional' in field)) throw new Error(`${key} is no field that may be absent`);
  return field as Optional<Exclude<T[K], undefined>>;
}

/** A shape that a JSON schema calls by a name. */
export function called<T>(name: string, shape: Shape<T>, about?: string): Shape<T> {
  return { ...shape, called: name, ...(about === undefined ? {} : { about }) };
}

/** A shape with a description. */
export function described<T>(shape: Shape<T>, about: string): Shape<T> {
  return { ...shape, about };
}

/** The shape of a field, whether it may be absent or not. */
export function shapeOf(field: AnyShape | Optional<unknown>): AnyShape {
  return 'optional' in field ? field.optional : field;
}
