import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normalQuantile } from '../../../src/core/stats/distributions/normal.ts';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import type { Files } from './writeDays.ts';

/** Predictions of a model whose days differ though it stays the same. */
export interface PredictionDesign {
  readonly referenceDays: number;
  readonly currentDays: number;
  readonly rowsPerDay: number;
  /** Standard deviation, on the probit scale, of what a day adds to outcomes, to how often the model is right, to scores, and to each region's errors. */
  readonly daySd: number;
  readonly seed: number;
}

const dayMs = 86_400_000;
const start = Date.UTC(2024, 0, 4);
const regions = ['north', 'south', 'east', 'west', 'islands'];
const campaigns = ['none', 'letter', 'call', 'offer'];
/** How sure scores are: standard deviation of their probit. */
const spread = 1.2;

/**
 * Writes reference.csv and current.csv: `score`, `y_pred` (score ≥ ½), `y_true` (1 with the probability that the score says, but for its day), and columns without
 * any part in it: `region` and `amount` differ within a day, `campaign` is one for a day.
 */
export async function writePredictions(folder: string, design: PredictionDesign): Promise<Files> {
  const random = mulberry32(design.seed);
  const normal = (): number => normalQuantile(random() + 2 ** -33);
  const side = async (name: string, from: number, to: number): Promise<string> => {
    const lines = ['event_time,score,y_pred,y_true,region,campaign,amount'];
    for (let day = from; day < to; day++) {
      const [ofOutcome, ofRight, ofScore] = [normal(), normal(), normal()].map((z) => design.daySd * z) as [number, number, number];
      const ofRegion = regions.map(() => design.daySd * normal());
      const campaign = campaigns[Math.floor(random() * campaigns.length)]!;
      for (let row = 0; row < design.rowsPerDay; row++) {
        const at = start + day * dayMs + Math.floor(((row + 0.5) * dayMs) / design.rowsPerDay);
        const margin = spread * normal() + ofScore;
        const region = Math.floor(random() * regions.length);
        // Its mean over days is the score's own probability: Φ(m √(1 + v)) smeared by effects of variance v.
        const smeared = margin * Math.sqrt(1 + 3 * design.daySd ** 2) + ofOutcome + Math.sign(margin) * (ofRight + ofRegion[region]!);
        const truth = normal() < smeared ? 1 : 0;
        const score = 1 / (1 + Math.exp(-1.702 * margin));
        const fields = [new Date(at).toISOString().slice(0, 19), score.toFixed(4), margin >= 0 ? 1 : 0, truth, regions[region], campaign];
        lines.push([...fields, (50 * Math.exp(0.6 * normal())).toFixed(2)].join(','));
      }
    }
    const file = join(folder, name);
    await writeFile(file, `${lines.join('\n')}\n`);
    return file;
  };
  const days = design.referenceDays + design.currentDays;
  return {
    reference: await side('reference.csv', 0, design.referenceDays),
    current: await side('current.csv', design.referenceDays, days),
  };
}
