import type { Subject } from './subject.ts';

/** Whether two numbers are about the same, chunks apart. */
export function sameSubject(a: Subject, b: Subject): boolean {
  return a.kind === b.kind && a.column === b.column && (a.slice === b.slice || JSON.stringify(a.slice) === JSON.stringify(b.slice));
}
