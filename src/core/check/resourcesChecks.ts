import { resourceCode } from '../report/resourceCode.ts';
import type { Resource } from '../sections/resources/result.ts';
import type { CheckResult } from './check.ts';
import { checked } from './checked.ts';
import { severityOf } from './findingSeverity.ts';
import { measured, rangeOf } from './measured.ts';
import { boundOf, boundVerdict } from './performanceChecks.ts';
import { ofColumn } from './subjects.ts';

/** The figures of resources that a limit was set for. */
export function resourcesChecks(columns: readonly Resource[]): CheckResult[] {
  return columns.flatMap((resource) =>
    resource.figures.flatMap((figure) =>
      figure.floor === null
        ? []
        : [
            checked(
              {
                id: `resources/limit:${resourceCode(figure.of, resource.column)}`,
                bound: boundOf(figure.floor),
                severity: severityOf('limit_broken'),
              },
              resourceMeasurement(resource, figure),
              boundVerdict(figure.floor),
            ),
          ],
    ),
  );
}

/** A figure of a resource as a measurement. */
export function resourceMeasurement(
  { column, n }: Pick<Resource, 'column' | 'n'>,
  { of, reference, current, difference }: Resource['figures'][number],
): CheckResult['measurement'] {
  return measured(of, {
    subject: ofColumn(column),
    value: current.value,
    reference: reference?.value ?? null,
    difference: difference?.value ?? null,
    interval: rangeOf(current),
    differenceInterval: rangeOf(difference),
    rows: n.current,
    unit: 'number',
    direction: 'neither',
    reason: current.value === null ? 'no_rows' : null,
  });
}
