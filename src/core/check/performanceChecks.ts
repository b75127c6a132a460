import type { MeasureRow, PerformanceResult } from '../sections/performance/result.ts';
import { calibrationOff, mostCalibrationError } from './calibrationOff.ts';
import type { Bound, CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { calibrationId, dropId, limitId, rivalId } from './checkIds.ts';
import { severityOf } from './findingSeverity.ts';
import { judged } from './judged.ts';
import { measuredOf } from './measured.ts';
import { seenDrop } from './seenDrop.ts';
import { statusOf } from './statusOf.ts';
import type { MeasureBound, Verdict } from './verdict.ts';

/**
 * Every measure against the limits that were asked for and against reference, whether scores mean what they say, and whether the model beats one that
 * always says the same. O(measures · chunks).
 */
export function performanceChecks({ measures, rival }: Pick<PerformanceResult, 'measures' | 'rival'>): CheckResult[] {
  const family = measures.filter(({ change, excuse }) => change !== null && excuse === null).length;
  return [
    ...measures.flatMap((row) => [...limitCheck(row), ...dropCheck(row, family), ...calibrationCheck(row)]),
    ...rivalCheck(measures, rival),
  ];
}

/** The verdict on a floor and ceiling as the check has it. */
export function boundVerdict({ verdict, reason }: MeasureBound): Verdict {
  return verdict === 'improved' ? judged('pass', { shade: 'improved' }) : judged(verdict, { reason });
}

/** The floor and the ceiling that were asked for. */
export function boundOf({ min, max }: MeasureBound): Bound {
  return { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
}

function limitCheck({ current, reference, change, floor }: MeasureRow): CheckResult[] {
  if (floor === null) return [];
  return [
    checked(
      { id: limitId(current), bound: boundOf(floor), severity: severityOf('limit_broken') },
      measuredOf(current, reference, change),
      boundVerdict(floor),
    ),
  ];
}

/** Whether the decision over the whole and its chunks is that the measure fails, whatever its limits. */
function drops({ change, since, ended }: MeasureRow): boolean {
  return change?.verdict === 'fail' || since !== null || ended.length > 0;
}

function dropCheck(row: MeasureRow, family: number): CheckResult[] {
  const { current, reference, change, p, adjustedP, excuse, since, ended } = row;
  if (change === null) return [];
  const known = { p, q: adjustedP, visible: seenDrop(row, family) };
  const status = statusOf({ ...row, floor: null, verdict: drops(row) ? 'fail' : change.verdict });
  const verdict = ((): Verdict => {
    switch (status) {
      case 'beyond':
      case 'worse':
        return judged('fail', known);
      case 'worse_lately':
        return judged('fail', { ...known, shade: 'lately' });
      case 'worse_before':
        return judged('fail', { ...known, shade: 'over' });
      case 'may_be_worse':
        return judged('cannot_tell', { ...known, reason: 'may_be_chance', rowsNeeded: change.rowsNeeded });
      case 'too_few':
        return judged('cannot_tell', {
          ...known,
          reason: change.interval === null ? 'no_interval' : 'too_few_rows',
          rowsNeeded: change.rowsNeeded,
        });
      case 'little_worse':
        return judged('pass', { ...known, shade: 'under_limit' });
      case 'improved':
        return judged('pass', { ...known, shade: 'improved' });
      case 'excused':
        return judged('not_applicable', { reason: excuse?.code ?? null });
      case 'undefined':
        return judged('not_applicable', { reason: current.reason });
      case 'not_judged':
        return judged('not_applicable', { reason: 'no_direction' });
      case 'held':
      case 'kept':
      case 'may_be_beyond':
        return judged('pass', known);
    }
  })();
  const over = verdict.shade === 'over' ? (ended.at(-1)?.first ?? null) : null;
  return [
    checked(
      {
        id: dropId(current),
        bound: current.direction === 'lower' ? { maxRise: change.allowed } : { maxDrop: change.allowed },
        severity: severityOf(verdict.shade === 'over' ? 'measure_was_worse' : 'measure_worse'),
        family: 'performance/drop',
      },
      measuredOf(current, reference, change),
      verdict,
      since ?? over,
    ),
  ];
}

/** Against reference the change decides: a level that was there before is told, and no alarm. */
function calibrationCheck({ current, reference, change }: MeasureRow): CheckResult[] {
  if (current.name !== 'ece') return [];
  const off = calibrationOff(current);
  return [
    checked(
      { id: calibrationId, bound: { max: mostCalibrationError }, severity: severityOf('badly_calibrated') },
      measuredOf(current, reference, change),
      current.value === null
        ? judged('not_applicable', { reason: current.reason })
        : off && change === null
          ? judged('fail')
          : judged('pass', { shade: off ? 'watch' : null }),
    ),
  ];
}

function rivalCheck(measures: readonly MeasureRow[], rival: PerformanceResult['rival']): CheckResult[] {
  const accuracy = measures.find(({ current }) => current.name === 'accuracy')?.current;
  if (rival === null || accuracy === undefined || accuracy.value === null) return [];
  return [
    checked(
      { id: rivalId, bound: { min: rival.accuracy }, severity: severityOf('remark') },
      measuredOf(accuracy, null, null),
      judged('pass', { shade: rival.accuracy >= accuracy.value ? 'watch' : null }),
    ),
  ];
}
