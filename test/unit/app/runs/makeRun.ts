import { randomBytes } from 'node:crypto';
import type { AskedResult } from '../../../../src/core/check/askedResult.ts';
import { judged } from '../../../../src/core/check/judged.ts';
import { measured } from '../../../../src/core/check/measured.ts';
import type { Measurement } from '../../../../src/core/check/measurement.ts';
import { ofColumn, ofModel } from '../../../../src/core/check/subjects.ts';
import type { DriftbookRun } from '../../../../src/core/driftbook/driftbookRun.ts';

/** A result of a check on a measurement. */
export function askedResult(measurement: Measurement, outcome: 'pass' | 'fail' = 'pass'): AskedResult {
  const { measure, at, subject } = measurement;
  return {
    check: { id: `0/0/${measure}`, measure, at, subject, bound: {}, severity: 'warning', family: null },
    measurement,
    verdict: judged(outcome),
    since: null,
    asked: 0,
    limits: [],
    broken: null,
    muted: null,
    near: null,
    history: null,
  };
}

/** A kept run: the MAE of a model and the PSI of so many columns, each looked at by a check. */
export function makeRun({
  at = new Date(),
  columns = 2,
  mae = 1,
}: {
  readonly at?: Date;
  readonly columns?: number;
  readonly mae?: number;
} = {}): DriftbookRun {
  const known = { unit: 'number', direction: 'lower', rows: 100 } as const;
  const numbers = [
    measured('mae', { ...known, subject: ofModel(), value: mae, interval: { low: mae - 0.1, high: mae + 0.1 } }),
    ...Array.from({ length: columns }, (_, i) => measured('psi', { ...known, subject: ofColumn(`column ${i}`), value: i })),
  ];
  return {
    schema: 'driftbook.run',
    version: 1,
    id: `${at.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`,
    driftbook: { file: 'x.driftbook.yaml', title: null, hash: '' },
    tool: { name: 'driftbook', version: '0' },
    startedAt: at.toISOString(),
    finishedAt: at.toISOString(),
    commit: null,
    files: [],
    cells: [
      {
        index: 0,
        kind: 'drift',
        name: null,
        outcome: 'pass',
        reason: null,
        failure: null,
        report: null,
        checks: numbers.map((one) => askedResult(one)),
        measurements: [],
        findings: [],
      },
    ],
    reports: [],
  };
}
