import type { SliceCondition, Subject } from './subject.ts';

/** Whether two numbers are about the same, chunks apart. */
export function sameSubject(a: Subject, b: Subject): boolean {
  return a.kind === b.kind && a.column === b.column && (a.slice === b.slice || JSON.stringify(a.slice) === JSON.stringify(b.slice));
}

/** What a number is about, as ids name it: `age`, `country=NL`, `age#3` of a chunk; empty: the whole. */
export function subjectText({ column, slice, chunk }: Subject): string {
  const of = [...(column === null ? [] : [column]), ...slice.map(conditionId)].join('&');
  return chunk === null ? of : `${of}#${chunk}`;
}

function conditionId({ column, group }: SliceCondition): string {
  switch (group.kind) {
    case 'value':
      return `${column}=${group.value}`;
    case 'range':
      return `${column}=(${group.above ?? ''},${group.upTo ?? ''}]`;
    default:
      return `${column}=${group.kind}`;
  }
}
