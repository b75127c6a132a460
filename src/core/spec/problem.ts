/**
 * Where something stands in what was read: names of fields and indices of lists, from the outside in. Whoever read it from a file knows lines and
 * columns by it: of `unknown`, `measure` and `ending` those of the name, of `lacking` those of the object around, of all others those of the value.
 */
export type Path = readonly (string | number)[];

/**
 * What is wrong: of another kind (`kind`), none of a few words (`choice`), no number within bounds (`number`), a name that nothing has here
 * (`unknown`), a field that must be there (`lacking`), a measure that there is not (`measure`), an end of file names that cannot be meant
 * (`ending`), bounds that cross or bound nothing (`bounds`), too long or too many (`size`), a text that is not written as its option wants it
 * (`written`), none of several forms (`form`), one of them that nothing can be done with yet (`notYet`), what does not go with something else (`together`), one of several that must be there (`someOf`), what must be there for it (`needs`), what has
 * no meaning for a part of this kind (`unfit`), a time zone that there is not (`zone`), a version that is not known yet (`version`), a name that
 * stands twice (`twice`).
 */
export type ProblemCode =
  | 'kind'
  | 'choice'
  | 'number'
  | 'unknown'
  | 'lacking'
  | 'measure'
  | 'ending'
  | 'bounds'
  | 'size'
  | 'written'
  | 'form'
  | 'notYet'
  | 'together'
  | 'someOf'
  | 'needs'
  | 'unfit'
  | 'zone'
  | 'version'
  | 'twice';

/** The kinds of values that can be asked for. */
export type ValueKind = 'text' | 'number' | 'flag' | 'list' | 'fields' | 'null';

export interface Problem {
  readonly path: Path;
  readonly code: ProblemCode;
  /** What stands there, as JSON, cut short. */
  readonly found: string;
  /** What may stand there: of `choice`, `form`, `notYet`, `someOf`, `needs` and `unfit` the words, of `written` how it is written; of `together` what it does not go with. */
  readonly allowed?: readonly string[];
  /** Of what is allowed, the one that was likely meant. */
  readonly near?: string | null;
  readonly kind?: ValueKind;
  readonly bounds?: NumberBounds;
}

export interface NumberBounds {
  readonly whole: boolean;
  readonly least?: number;
  /** The least that is not allowed any more. */
  readonly above?: number;
  readonly most?: number;
  readonly percent?: boolean;
}

/** A path as people write it: `columns.limits.price`; for itself, nothing. */
export function pathText(path: Path): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
}
