import type { ColumnKind } from '../../../src/core/data/columnKind.ts';
import { analyse } from '../../../src/core/pipeline/analyse.ts';
import type { Evaluation } from '../../../src/core/report/evaluationOf.ts';
import { evaluationOf } from '../../../src/core/report/evaluationOf.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { ComparisonSpec, EvaluateSpec } from '../../../src/core/spec/spec.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { MemoryTable, type MemoryValue } from '../memoryTable.ts';

export type Columns = Readonly<Record<string, readonly MemoryValue[]>>;

/** Rows of a binary model whose scores are true probabilities: y is drawn from p; the prediction is p cut at a half. */
export function binaryRows(n: number, seed: number, wrong: (row: { city: string; plan: string; p: number }) => number = () => 0): Columns {
  const random = mulberry32(seed);
  const rows = Array.from({ length: n }, () => {
    const city = ['Lyon', 'Oslo', 'Kyiv', 'Rome'][Math.floor(random() * 4)]!;
    const plan = ['free', 'basic', 'pro'][Math.floor(random() * 3)]!;
    const age = Math.round(20 + 50 * random());
    const p = Math.min(0.98, Math.max(0.02, 0.05 + 0.9 * random() ** 2));
    const truth = random() < p ? 1 : 0;
    const flipped = random() < wrong({ city, plan, p }) ? 1 - truth : truth;
    return { city, plan, age, p, y: flipped };
  });
  return {
    city: rows.map((r) => r.city),
    plan: rows.map((r) => r.plan),
    age: rows.map((r) => r.age),
    y_pred_proba: rows.map((r) => r.p),
    y_pred: rows.map((r) => (r.p >= 0.5 ? 1 : 0)),
    churned: rows.map((r) => r.y),
  };
}

/** Evaluates tables in memory. */
export async function evaluated(
  current: Columns,
  reference: Columns | null,
  evaluate: EvaluateSpec = {},
  more: {
    readonly spec?: Partial<ComparisonSpec>;
    readonly kinds?: Readonly<Record<string, ColumnKind>>;
    readonly budgetBytes?: number;
  } = {},
): Promise<{ readonly report: Report; readonly evaluation: Evaluation }> {
  const tables = {
    reference: reference === null ? null : new MemoryTable('reference.csv', reference, more.kinds),
    current: new MemoryTable('current.csv', current, more.kinds),
  };
  const report = await analyse(
    {
      reference: reference === null ? null : { path: '/data/reference.csv' },
      current: { path: '/data/current.csv' },
      ...more.spec,
      evaluate,
    },
    tables,
    {
      signal: new AbortController().signal,
      progress: () => {},
      notes: [],
      version: '0.0.0',
      now: () => Date.UTC(2026, 0, 1),
      budgetBytes: more.budgetBytes ?? 1e8,
    },
  );
  const evaluation = evaluationOf(report);
  if (evaluation === null) throw new Error('an evaluation was expected');
  return { report, evaluation };
}
