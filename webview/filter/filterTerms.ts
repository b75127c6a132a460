/** Keys of terms in English and Chinese. */
const keys: Readonly<Record<string, 'type' | 'role' | 'section'>> = {
  type: 'type',
  role: 'role',
  section: 'section',
  类型: 'type',
  角色: 'role',
  部分: 'section',
};

/** One term of a filter. All terms of a filter must hold. */
export interface FilterTerm {
  readonly kind: 'word' | 'name' | 'type' | 'role' | 'section';
  /** Lower case. For a word: a verdict, or a part of the name. */
  readonly value: string;
  /** Columns that answer to it are left out. */
  readonly negated: boolean;
  /** As it was typed, without the minus. */
  readonly typed: string;
  /** Stands before a colon where it is none of the known keys: the whole may be a part of a name. */
  readonly unknownKey: string | null;
}

/** A minus, then a quoted text (to its closing quote or the end), or anything up to a blank. */
const pattern = /(-?)(?:["“”]([^"“”]*)(?:["“”]|$)|([^\s"“”]+))/gu;

/**
 * Reads a filter: terms parted by blanks, `"a name with blanks"`, `key:value` (also with a full-width colon), `-term`. Nothing is an error:
 * an unknown key is said in `unknownKey`, an empty value or a lone minus is left out.
 */
export function filterTerms(filter: string): FilterTerm[] {
  const terms: FilterTerm[] = [];
  for (const [, minus = '', quoted, bare = ''] of filter.matchAll(pattern)) {
    const negated = minus === '-';
    if (quoted !== undefined) {
      if (quoted.trim() !== '') terms.push({ kind: 'name', value: quoted.toLowerCase(), negated, typed: quoted, unknownKey: null });
      continue;
    }
    const typed = bare;
    const parts = /^([^:：]+)[:：](.*)$/u.exec(bare.toLowerCase());
    const key = parts === null ? undefined : Object.hasOwn(keys, parts[1]!) ? keys[parts[1]!] : undefined;
    if (parts === null) {
      if (bare !== '-') terms.push({ kind: 'word', value: bare.toLowerCase(), negated, typed, unknownKey: null });
    } else if (key !== undefined) {
      if (parts[2] !== '') terms.push({ kind: key, value: parts[2]!, negated, typed, unknownKey: null });
    } else {
      terms.push({ kind: 'name', value: bare.toLowerCase(), negated, typed, unknownKey: parts[1]! });
    }
  }
  return terms;
}
