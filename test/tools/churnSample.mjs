import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repo } from '../harness/repo.mjs';
import { seeded } from './random.mjs';

/**
 * Writes the sample of predictions: `node test/tools/churnSample.mjs`. Customers of a made-up service, what a model said of each, and who left.
 * In reference the score is the true probability. In current there are more new customers of the basic plan, and from June on those in Italy
 * leave far more often, for a reason that the model does not know.
 */

const day = 86_400_000;
const countries = ['DE', 'FR', 'IT', 'ES'];
const plans = ['basic', 'plus', 'premium'];
const fees = { basic: 9.9, plus: 19.9, premium: 39.9 };
const head = 'customer_id,seen_at,country,plan,tenure_months,monthly_fee,support_calls,p_churn,y_pred,churned';

/** @param {readonly number[]} shares @param {number} at */
function choose(shares, at) {
  let sum = 0;
  return Math.max(
    0,
    shares.findIndex((share) => {
      sum += share;
      return at < sum;
    }),
  );
}

/** @param {{seed: number, rows: number, first: number, from: number, days: number, plans: readonly number[], tenure: number, unknown: number}} of */
function table({ seed, rows, first, from, days, plans: planShares, tenure: meanTenure, unknown }) {
  const random = seeded(seed);
  const lines = [head];
  for (let row = 0; row < rows; row++) {
    const time = from + Math.floor((row / rows) * days) * day;
    const country = countries[choose([0.35, 0.25, 0.2, 0.2], random())];
    const plan = plans[choose(planShares, random())];
    const tenure = Math.min(120, Math.floor(-Math.log(1 - random()) * meanTenure));
    const calls = choose([0.45, 0.27, 0.14, 0.08, 0.04, 0.02], random());
    const fee = fees[plan] + Math.round(random() * 40) / 10;
    const logit = -1.1 + 0.9 * calls - 0.055 * tenure + (plan === 'basic' ? 0.7 : plan === 'premium' ? -0.6 : 0);
    const score = 1 / (1 + Math.exp(-logit));
    const truth = time >= unknown && country === 'IT' ? Math.min(0.95, score + 0.65) : score;
    const shown = score.toFixed(4);
    lines.push(
      [
        first + row,
        new Date(time).toISOString().slice(0, 10),
        country,
        plan,
        tenure,
        fee.toFixed(2),
        calls,
        shown,
        Number(shown) >= 0.5 ? 'yes' : 'no',
        random() < truth ? 'yes' : 'no',
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The texts of both files by name. */
export function churnSample() {
  const unknown = Date.UTC(2026, 5, 1);
  return {
    'churn-reference.csv': table({
      seed: 11,
      rows: 2400,
      first: 100_000,
      from: Date.UTC(2026, 0, 1),
      days: 90,
      plans: [0.4, 0.35, 0.25],
      tenure: 24,
      unknown,
    }),
    'churn-current.csv': table({
      seed: 12,
      rows: 3000,
      first: 110_000,
      from: Date.UTC(2026, 3, 1),
      days: 122,
      plans: [0.5, 0.3, 0.2],
      tenure: 18,
      unknown,
    }),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of Object.entries(churnSample())) await writeFile(join(repo, 'media/sample', name), text);
}
