import { type Evaluation, evaluationOf } from '../../../src/core/report/evaluationOf.ts';
import type { ComparisonSpec } from '../../../src/core/spec/spec.ts';
import type { Ask, Design, Measured } from './designs.ts';
import { type PredictionDesign, writePredictions } from './writePredictions.ts';

/** Limits of a model that stays as it is; what has none is printed without. */
interface Limits {
  readonly coverage: readonly [least: number, most: number];
  /** Of every test at 5 %: its level and three standard errors. */
  readonly alarms: number;
}

/** Rows of a day taken together (as shipped), and row by row: the same files, told to have no time. */
const ways = [
  { name: 'by day', columns: undefined },
  { name: 'row by row', columns: { timestamp: null } },
] as const;

/** What is counted of each report: in how many it happened. */
const counted: Readonly<Record<string, (evaluation: Evaluation) => boolean>> = {
  'accuracy said to have dropped': ({ measures }) =>
    measures.some(({ current, change }) => current.name === 'accuracy' && change?.verdict === 'fail'),
  'any measure fails': ({ measures }) => measures.some(({ shown, verdict }) => shown && verdict === 'fail'),
  'P(x): p ≤ 0.05': ({ attribution }) => (attribution?.covariate.p ?? 1) <= 0.05,
  'P(y): p ≤ 0.05': ({ attribution }) => (attribution?.label.p ?? 1) <= 0.05,
  'P(y|x): p ≤ 0.05': ({ attribution }) => (attribution?.concept.p ?? 1) <= 0.05,
  'P(y|x) said to have changed': ({ attribution }) => attribution?.concept.changed === true,
  'predicted classes: p ≤ 0.05': ({ behaviour }) => (behaviour.classChange?.p ?? 1) <= 0.05,
  'a slice named as worst': ({ slices }) => (slices?.worst.length ?? 0) > 0,
  'a slice named as worse than before': ({ slices }) => (slices?.fallen.length ?? 0) > 0,
  'a column said to matter': ({ attribution }) => attribution?.rows.some(({ matters }) => matters) === true,
  'a gap between regions: p ≤ 0.05': ({ fairness }) => (fairness[0]?.p ?? 1) <= 0.05,
  'an estimate outside of its limits': ({ estimate }) => estimate?.rows.some(({ whole }) => whole.alert) === true,
};

/** A model that stays as it is, on days that differ: coverage and false alarms, by day against limits and row by row beside them. */
function steady(name: string, reports: number, of: PredictionDesign, limits: Limits): Design {
  return {
    name: `a model that stays, ${name}`,
    reports,
    start: () => {
      const found = ways.map(() => ({ reports: 0, covered: 0, counts: new Map<string, number>() }));
      return {
        report: async (i, ask: Ask) => {
          const { reference, current } = await writePredictions(ask.folder, { ...of, seed: of.seed * 100_003 + i });
          for (const [w, { columns }] of ways.entries()) {
            const spec: Partial<ComparisonSpec> = { evaluate: { groups: ['region'] }, ...(columns === undefined ? {} : { columns }) };
            const evaluation = evaluationOf(await ask.compare(reference, current, spec));
            if (evaluation === null) throw new Error('not evaluated');
            const interval = evaluation.measures.find((m) => m.current.name === 'accuracy')?.change?.interval;
            if (!interval) throw new Error('no interval of the change of accuracy');
            const so = found[w]!;
            so.reports++;
            if (interval.low <= 0 && 0 <= interval.high) so.covered++;
            for (const [what, happened] of Object.entries(counted))
              if (happened(evaluation)) so.counts.set(what, (so.counts.get(what) ?? 0) + 1);
          }
        },
        measured: () => {
          const [days, rows] = found as [(typeof found)[number], (typeof found)[number]];
          const share = (so: (typeof found)[number], what: string): number => (so.counts.get(what) ?? 0) / so.reports;
          const covered = (at: 'least' | 'most', limit: number): Measured => ({
            what: 'interval of the change covers',
            measured: days.covered / days.reports,
            before: rows.covered / rows.reports,
            limit,
            at,
            unit: 'share',
          });
          return [
            covered('least', limits.coverage[0]),
            covered('most', limits.coverage[1]),
            ...Object.keys(counted).map(
              (what): Measured => ({
                what,
                measured: share(days, what),
                before: share(rows, what),
                limit: limits.alarms,
                at: 'most',
                unit: 'share',
              }),
            ),
          ];
        },
      };
    },
  };
}

/** Evaluations of a model that stays as it is. Coverage: the study's limits with three standard errors of the reports run; by day and rows independent. */
export const evaluationDesigns: readonly Design[] = [
  steady(
    '28+30 days × 100, days independent',
    200,
    { referenceDays: 28, currentDays: 30, rowsPerDay: 100, daySd: 0, seed: 31 },
    { coverage: [0.93, 1], alarms: 0.1 },
  ),
  steady(
    '28+30 days × 100, day effects 0.2',
    200,
    { referenceDays: 28, currentDays: 30, rowsPerDay: 100, daySd: 0.2, seed: 32 },
    { coverage: [0.9, 0.995], alarms: 0.1 },
  ),
  steady(
    '90+30 days × 200, day effects 0.4',
    100,
    { referenceDays: 90, currentDays: 30, rowsPerDay: 200, daySd: 0.4, seed: 33 },
    { coverage: [0.88, 1], alarms: 0.12 },
  ),
  steady(
    '28+7 days × 300, day effects 0.2',
    100,
    { referenceDays: 28, currentDays: 7, rowsPerDay: 300, daySd: 0.2, seed: 34 },
    { coverage: [0.88, 1], alarms: 0.12 },
  ),
];
