import type { Evaluation } from '../../src/core/report/evaluationOf.ts';
import { agrees, printedNumbers } from './printed.ts';
import type { ShownMeasure } from './shown.ts';
import { measureVerdicts, verdictOf } from './verdicts.ts';

/** What a row of the table of measures says against the report's own numbers. */
export function measureContradictions(shown: readonly ShownMeasure[], evaluation: Evaluation): string[] {
  const rows = evaluation.measures.filter((row) => row.shown);
  if (rows.length !== shown.length) return [`${shown.length} measures in the table, ${rows.length} shown in JSON`];
  return shown.flatMap((row, i) => {
    const { change, current, reference, verdict, floor, excuse } = rows[i]!;
    const found: string[] = [];
    const say = (text: string): void => void found.push(`${row.name}: ${text}`);
    const numbers = (what: string, text: string | null, values: readonly (number | null | undefined)[]): void => {
      const printed = printedNumbers(text ?? '');
      const known = values.filter((value) => typeof value === 'number');
      if (text !== null && printed.length !== known.length) say(`${what} “${text}”, ${known.join(', ')} in JSON`);
      else if (printed.some((number, place) => !agrees(number, known[place]!))) say(`${what} “${text}”, ${known.join(', ')} in JSON`);
    };
    // A measure that says nothing on these data is shown as that, without its numbers.
    if (excuse?.code === 'targets_near_zero') {
      if (verdictOf(row.status) !== 'not_tested' || [row.reference, row.current, row.change].some((cell) => /\d/.test(cell ?? '')))
        say(`“${row.status}” with ${row.current}, not meaningful in JSON`);
      return found;
    }
    numbers('reference', row.reference, [reference?.value]);
    numbers('current', row.current, [current.value, current.interval?.low, current.interval?.high]);
    numbers('change', row.change, change === null ? [] : [change.difference, change.interval?.low, change.interval?.high]);
    // A measure without a value is not judged, whatever stands beside it.
    const told = measureVerdicts[verdictOf(row.status)] ?? [];
    if (!told.includes(verdict) && !(current.value === null && verdictOf(row.status) === 'not_tested'))
      say(`“${row.status}” in the table, ${verdict} in JSON`);
    if (change !== null && change.verdict === 'fail' && floor === null && !beyond(change.difference, current.direction, change.allowed))
      say(`fails with a change of ${change.difference}, ${change.allowed} is allowed`);
    return found;
  });
}

/** Whether a change is to the worse by more than is allowed. */
function beyond(difference: number, direction: string, allowed: number): boolean {
  const worse = direction === 'higher' ? -difference : direction === 'lower' ? difference : Math.abs(difference);
  return worse > allowed * (1 - 1e-9);
}
