import type { Path } from '../../core/spec/problem.ts';
import type { DriftbookProblem } from './driftbookProblem.ts';
import { parseYaml, placeKey } from './parseYaml.ts';
import { flowYaml } from './renderYaml.ts';
import { SpliceRefused } from './sourceEdit.ts';
import { lineEnd, lineStart } from './sourceLines.ts';
import type { SourceRange } from './sourceRange.ts';
import { spliceDriftbook } from './spliceDriftbook.ts';

/** A part of a text, and what is to stand there. */
export interface TextChange extends SourceRange {
  readonly text: string;
}

/** The word that was likely meant in place of one that is wrong; null where none is near. */
export function meantWord({ what, range }: DriftbookProblem): (TextChange & { readonly word: string }) | null {
  if ('syntax' in what || what.near === null || what.near === undefined || range.start === range.end) return null;
  return { ...range, text: flowYaml(what.near), word: what.near };
}

/** A check at a place of a text. */
export interface CheckAt {
  readonly path: Path;
  /** Its bounds as they are written: `max` to `0.2`. */
  readonly bounds: ReadonlyMap<string, string>;
  readonly measure: string;
}

const boundNames = ['min', 'max', 'equals', 'max_drop', 'max_rise', 'max_ratio'];

/** The check that an offset lies in; null outside of checks. */
export function checkAtOffset(text: string, offset: number): CheckAt | null {
  const { value, places } = parseYaml(text);
  for (const [written, { value: range }] of places) {
    const path = JSON.parse(written) as Path;
    if (path.length !== 4 || path[0] !== 'cells' || path[2] !== 'checks' || offset < range.start || offset > range.end) continue;
    const check = (value as { cells: { checks: unknown[] }[] }).cells[path[1] as number]!.checks[path[3] as number];
    if (typeof check !== 'object' || check === null) continue;
    const bounds = new Map<string, string>();
    for (const name of boundNames) {
      const place = places.get(placeKey([...path, name]));
      if (place !== undefined) bounds.set(name, text.slice(place.value.start, place.value.end));
    }
    return { path, bounds, measure: String((check as { measure?: unknown }).measure ?? '') };
  }
  return null;
}

/** A text in which a check is silent until a day. Throws `SpliceRefused`. */
export function muteCheck(text: string, check: Path, mute: { readonly until: string; readonly reason: string }): string {
  return spliceDriftbook(text, [{ edit: 'set', path: [...check, 'mute'], content: { value: mute } }]);
}

/** A text in which a bound of a check is another one, with the reason on a line of its own above it. Throws `SpliceRefused`. */
export function changeBound(text: string, check: Path, bound: string, value: number | string, reason: string): string {
  const changed = spliceDriftbook(text, [{ edit: 'set', path: [...check, bound], content: { value } }]);
  if (reason.trim() === '') return changed;
  const yaml = parseYaml(changed);
  const place = yaml.places.get(placeKey([...check, bound]))?.key;
  if (place === undefined || place === null) return changed;
  const start = lineStart(changed, place.start);
  const indent = /^[ \t]*/.exec(changed.slice(start))![0];
  const comment = `${indent}# ${bound} ${flowYaml(value)}: ${reason.replaceAll(/\s+/gu, ' ').trim()}`;
  const told = `${changed.slice(0, start)}${comment}${lineEnd(changed)}${changed.slice(start)}`;
  // Whatever stands there, the comment may change nothing of what is read.
  if (JSON.stringify(parseYaml(told).value) !== JSON.stringify(yaml.value)) throw new SpliceRefused('layout');
  return told;
}

/** A text that says what a column is. Throws `SpliceRefused`. */
export function setColumnRole(text: string, column: string, role: string): string {
  return spliceDriftbook(text, [{ edit: 'set', path: ['columns', 'roles', column], content: { value: role } }]);
}

/** The one part in which two texts differ. */
export function changedPart(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
