import type { Driftbook } from '../../core/driftbook/driftbook.ts';
import { readDriftbook } from '../../core/driftbook/readDriftbook.ts';
import type { SyntaxCode } from '../../core/driftbook/syntaxProblem.ts';
import type { Path, Problem } from '../../core/spec/problem.ts';
import type { DriftbookProblem } from './driftbookProblem.ts';
import { type ParsedYaml, type Place, parseYaml, placeKey } from './parseYaml.ts';
import type { SourceRange } from './sourceRange.ts';

/** A driftbook file as it was read: never half of what it says is run, so that whoever runs it looks at `problems` first. */
export interface DriftbookDocument {
  readonly text: string;
  /** Without the parts that are wrong; undefined when nothing is left. */
  readonly driftbook: Driftbook | undefined;
  /** What the text holds, as far as it can be read, right or wrong. */
  readonly value: unknown;
  /** In the order of the text. */
  readonly problems: readonly DriftbookProblem[];
  /** Where a part and its name stand; null where it does not. */
  readonly placeOf: (path: Path) => Place | null;
  readonly yaml: ParsedYaml;
}

/** After these, what the text holds is a guess: what else is wrong with it would be one, too. */
const broken: ReadonlySet<SyntaxCode> = new Set([
  'tab',
  'indent',
  'unclosed',
  'unexpected',
  'documents',
  'depth',
  'size',
  'alias',
  'aliases',
  'empty',
]);

/** Whether what a text holds is a guess. */
export function isUnreadable({ problems }: ParsedYaml): boolean {
  return problems.some(({ syntax }) => broken.has(syntax));
}

/** Reads a driftbook file. Never throws, whatever the text is; linear in it. */
export function parseDriftbook(text: string): DriftbookDocument {
  const yaml = parseYaml(text);
  const placeOf = (path: Path): Place | null => yaml.places.get(placeKey(path)) ?? null;
  const syntax = yaml.problems.map(({ range, ...what }) => ({ range, path: null, what }));
  if (isUnreadable(yaml)) return { text, driftbook: undefined, value: yaml.value, problems: syntax, placeOf, yaml };
  const { value: driftbook, problems } = readDriftbook(yaml.value);
  const placed = problems.map((what) => ({ range: rangeOf(what, text, placeOf), path: what.path, what: asWritten(what, text, placeOf) }));
  const all: DriftbookProblem[] = [...syntax, ...placed].sort((a, b) => a.range.start - b.range.start);
  return { text, driftbook, value: yaml.value, problems: all, placeOf, yaml };
}

/** Where a problem is marked: at the name of what is unknown or cannot stand here, at the value of what is wrong, else at the part around it. */
function rangeOf({ code, path }: Problem, text: string, placeOf: (path: Path) => Place | null): SourceRange {
  const place = placeOf(path);
  const named = code === 'unknown' || code === 'unfit' || code === 'together' || code === 'needs';
  if (place !== null && code !== 'lacking') {
    const { start, end } = (named ? place.key : null) ?? place.value;
    // An empty value has its name.
    return start === end && place.key !== null ? place.key : firstLine(text, { start, end });
  }
  for (let length = path.length - 1; length >= 0; length--) {
    const around = placeOf(path.slice(0, length));
    if (around !== null) return firstLine(text, around.key ?? around.value);
  }
  return { start: 0, end: 0 };
}

/** A part as far as the end of its first line: marks over many lines hide what they mark. */
function firstLine(text: string, { start, end }: SourceRange): SourceRange {
  const line = text.slice(start, end).split(/\r?\n/, 1)[0]!.trimEnd();
  return { start, end: start + line.length };
}

/** A number that is none (1e400, .inf) is told as it is written. */
function asWritten(problem: Problem, text: string, placeOf: (path: Path) => Place | null): Problem {
  const place = placeOf(problem.path);
  if (place === null || !/^(?:-?Infinity|NaN)$/.test(problem.found)) return problem;
  return { ...problem, found: text.slice(place.value.start, place.value.end).slice(0, 80) };
}
