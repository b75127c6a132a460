import type { CodedColumn } from '../../data/codedColumn.ts';
import type { ColumnProfile } from '../../data/columnProfile.ts';
import type { Table } from '../../data/table.ts';
import type { EvaluationColumns } from '../../report/evaluationColumns.ts';
import { inferRole } from '../../roles/inferRole.ts';
import { partsOf } from '../../roles/partsOf.ts';
import { resourceColumns } from '../../roles/resourceColumns.ts';
import { categoriesBeyondSeen, numbersBeyondSeen } from '../../stats/groups/beyondSeen.ts';
import type { SegmentPair } from '../../stats/groups/segmentColumn.ts';
import type { EvaluationInput } from '../evaluationInput.ts';
import { codedSegment } from './codedSegment.ts';
import { numericSegment } from './numericSegment.ts';

/** Columns that are searched for slices unless they are named. */
const mostColumns = 30;
/** Columns held at a time, where the budget allows as many: numbers take eight bytes a row and side, codes two. */
const numbersAtOnce = 6;
const codesAtOnce = 8;
const mostValues = 500;

/** Names of the columns whose slices are looked at: those of the spec, else features and segments, those that moved first. */
export function segmentNames({ spec, profiles, columns }: EvaluationInput, parts: EvaluationColumns): string[] {
  const inReference = profiles.reference === null ? null : new Map(profiles.reference.map((p) => [p.name, p.kind]));
  const fits = (p: ColumnProfile): boolean =>
    ['number', 'boolean', 'text'].includes(p.kind) && (inReference === null || inReference.get(p.name) === p.kind);
  const named = [...(spec.evaluate?.segments ?? []), ...(spec.evaluate?.groups ?? [])];
  if (spec.evaluate?.segments !== undefined) {
    return [...new Set(named)].filter((name) => profiles.current.some((p) => p.name === name && fits(p)));
  }
  const played = new Set(partsOf(parts).keys());
  const resources = resourceColumns(spec, profiles.current, played).map(({ column }) => column);
  const taken = new Set([...played, ...resources, ...(spec.columns?.ignore ?? [])]);
  const effect = new Map(columns.map((c) => [c.name, c.effect ?? 0]));
  const role = (p: ColumnProfile): string => spec.columns?.roles?.[p.name] ?? inferRole(null, p).role;
  return profiles.current
    .filter((p) => fits(p) && !taken.has(p.name) && p.distinct > 1 && (['feature', 'segment'].includes(role(p)) || named.includes(p.name)))
    .map((p) => p.name)
    .sort((a, b) => (effect.get(b) ?? 0) - (effect.get(a) ?? 0))
    .slice(0, mostColumns);
}

/** Reads columns as groups with the same meaning on both sides: 2 bytes a row and column stay. A column that cannot be read is left out. */
export async function readSegments(input: EvaluationInput, names: readonly string[]): Promise<SegmentPair[]> {
  const { tables, profiles, run } = input;
  const kind = new Map(profiles.current.map((p) => [p.name, p.kind]));
  const numbers = names.filter((name) => kind.get(name) === 'number');
  const others = names.filter((name) => kind.get(name) !== 'number');
  const segments = new Map<string, SegmentPair>();
  const rows = tables.current.info.rows + (tables.reference?.info.rows ?? 0);
  const atOnce = (bytes: number, most: number): number => Math.max(1, Math.min(most, Math.floor(run.budgetBytes / (2 * bytes * rows))));
  const [numbersHeld, codesHeld] = [atOnce(8, numbersAtOnce), atOnce(2, codesAtOnce)];
  for (let from = 0; from < numbers.length; from += numbersHeld) {
    const group = numbers.slice(from, from + numbersHeld);
    const reference = tables.reference === null ? null : await readAll(tables.reference, group, input);
    const current = await readAll(tables.current, group, input);
    for (const [i, name] of group.entries())
      segments.set(name, {
        ...numericSegment(name, reference?.[i] ?? [], current[i]!),
        beyond: reference === null ? null : numbersBeyondSeen(reference[i]!, current[i]!),
      });
  }
  for (let from = 0; from < others.length; from += codesHeld) {
    const group = others.slice(from, from + codesHeld);
    const reference = tables.reference === null ? null : await tables.reference.readCodes(group, mostValues, run.signal);
    const current = await tables.current.readCodes(group, mostValues, run.signal);
    for (const [i, name] of group.entries())
      segments.set(name, {
        ...codedSegment(reference?.[i] ?? null, current[i]!),
        beyond: reference === null ? null : categoriesBeyondSeen(knownValues(reference[i]!), current[i]!),
      });
  }
  return names.flatMap((name) => segments.get(name) ?? []);
}

/** Values of reference; they are not all there where more are than are told apart. */
function knownValues({ values }: CodedColumn): { readonly values: readonly string[]; readonly complete: boolean } {
  return { values, complete: values.length < mostValues };
}

async function readAll(table: Table, names: readonly string[], { run }: EvaluationInput): Promise<Float64Array[]> {
  const arrays = names.map(() => new Float64Array(table.info.rows));
  let at = 0;
  await table.readNumbers(
    names,
    {},
    (batch) => {
      for (let i = 0; i < names.length; i++) arrays[i]!.set(batch.values[i]!.subarray(0, batch.length), at);
      at += batch.length;
    },
    run.signal,
  );
  return arrays;
}
