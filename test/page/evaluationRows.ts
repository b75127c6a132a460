import { mulberry32 } from '../../src/core/stats/samples/mulberry32.ts';
import type { Columns } from '../unit/pipeline/tables.ts';

const day = 86_400_000;
const cities = ['Lyon', 'Oslo', 'Kyiv', 'Rome'];
const plans = ['free', 'basic', 'pro'];

/** How a model and its world are off, each a share of rows or a factor. */
export interface Trouble {
  /** Share of labels turned round where the city is Lyon, in the second half of the time. */
  readonly wrongInLyon?: number;
  /** Share of rows that come from Lyon; a quarter each without it. */
  readonly lyon?: number;
}

/** Rows over `days` from `from`, with a city, a plan, an age and a group of people, each row with a time. */
function people(n: number, seed: number, from: number, days: number, trouble: Trouble) {
  const random = mulberry32(seed);
  return Array.from({ length: n }, (_, i) => {
    const lyon = random() < (trouble.lyon ?? 0.25);
    const city = lyon ? 'Lyon' : cities[1 + Math.floor(random() * 3)]!;
    const plan = plans[Math.floor(random() * 3)]!;
    const age = Math.round(20 + 50 * random());
    const sex = random() < 0.5 ? 'female' : 'male';
    const late = i >= n / 2;
    return { city, plan, age, sex, late, at: new Date(from + (days * day * i) / n), u: random(), v: random(), w: random() };
  });
}

/** A binary model whose scores are true probabilities, but for the trouble. */
export function binaryRows(n: number, seed: number, from: number, trouble: Trouble = {}): Columns {
  const rows = people(n, seed, from, 180, trouble).map((row) => {
    const p = Math.min(0.98, Math.max(0.02, (row.sex === 'male' ? 0.1 : 0.02) + 0.88 * row.u ** 2));
    const flipped = row.city === 'Lyon' && row.late && row.w < (trouble.wrongInLyon ?? 0);
    const truth = row.v < p;
    return { ...row, p, y: truth !== flipped ? 1 : 0 };
  });
  return {
    at: rows.map((r) => r.at),
    city: rows.map((r) => r.city),
    plan: rows.map((r) => r.plan),
    age: rows.map((r) => r.age),
    sex: rows.map((r) => r.sex),
    y_pred_proba: rows.map((r) => r.p),
    y_pred: rows.map((r) => (r.p >= 0.5 ? 1 : 0)),
    churned: rows.map((r) => r.y),
  };
}

/** A regression whose errors grow with what is predicted. */
export function regressionRows(n: number, seed: number, from: number, trouble: Trouble = {}): Columns {
  const rows = people(n, seed, from, 180, trouble).map((row) => {
    const prediction = 40 + 300 * row.u;
    const noise = (row.v + row.w - 1) * prediction * 0.3;
    const off = row.city === 'Lyon' && row.late ? 60 * (trouble.wrongInLyon ?? 0) : 0;
    return { ...row, prediction, y: prediction - noise - off };
  });
  return {
    at: rows.map((r) => r.at),
    city: rows.map((r) => r.city),
    plan: rows.map((r) => r.plan),
    age: rows.map((r) => r.age),
    predicted_price: rows.map((r) => r.prediction),
    price: rows.map((r) => r.y),
  };
}

/** Three classes with a score each. */
export function multiclassRows(n: number, seed: number, from: number, trouble: Trouble = {}): Columns {
  const rows = people(n, seed, from, 180, trouble).map((row) => {
    const raw = [0.2 + row.u, 0.2 + row.v, 0.2 + (1 - row.u) * 0.8];
    const total = raw[0]! + raw[1]! + raw[2]!;
    const p = raw.map((x) => x / total);
    const best = p.indexOf(Math.max(...p));
    const truth = row.w < p[0]! ? 0 : row.w < p[0]! + p[1]! ? 1 : 2;
    return { ...row, p, best, y: truth };
  });
  const label = (index: number): string => ['bronze', 'silver', 'gold'][index]!;
  return {
    at: rows.map((r) => r.at),
    city: rows.map((r) => r.city),
    plan: rows.map((r) => r.plan),
    p_bronze: rows.map((r) => r.p[0]!),
    p_silver: rows.map((r) => r.p[1]!),
    p_gold: rows.map((r) => r.p[2]!),
    prediction: rows.map((r) => label(r.best)),
    target: rows.map((r) => label(r.y)),
  };
}
