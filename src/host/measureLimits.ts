import { catalogue } from '../core/performance/catalogue.ts';
import type { MeasureLimit } from '../core/report/spec.ts';

const bounds = ['min', 'max', 'maxDrop'] as const;

/** A limit as it was written; null when it cannot be meant. */
function limitOf(value: unknown): MeasureLimit | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  const known = entries.every(([key, bound]) => bounds.some((name) => name === key) && typeof bound === 'number' && Number.isFinite(bound));
  if (!known || entries.length === 0) return null;
  const limit: MeasureLimit = Object.fromEntries(entries);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, maxDrop = 0 } = limit;
  return min <= max && maxDrop >= 0 ? limit : null;
}

/** Limits of measures by code, as the settings hold them, and the entries that cannot be meant: unknown measures and bounds. */
export function measureLimits(value: unknown): { readonly limits: Record<string, MeasureLimit>; readonly wrong: readonly string[] } {
  const limits: Record<string, MeasureLimit> = {};
  const wrong: string[] = [];
  if (value === undefined || value === null) return { limits, wrong };
  if (typeof value !== 'object' || Array.isArray(value)) return { limits, wrong: [JSON.stringify(value)] };
  for (const [name, written] of Object.entries(value)) {
    const limit = limitOf(written);
    if (limit === null || !Object.hasOwn(catalogue, name)) wrong.push(`${JSON.stringify(name)}: ${JSON.stringify(written)}`);
    else limits[name] = limit;
  }
  return { limits, wrong };
}
