import { markColours } from './config.ts';
import type { TimePlan } from './timePlan.ts';
import type { TimeSlots } from './timeSlots.ts';

/** The horizontal scale shared by all layers of a time picture. */
export function timeScale({ domain }: TimePlan): object {
  return { type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: null };
}

/** Area of the dots on a line: with many chunks they shrink until the line alone is seen. */
export function dotSize(chunks: number, usual: number): number {
  return chunks <= 40 ? usual : Math.max(1, (usual * 40 * 40) / (chunks * chunks));
}

/** What every time picture has behind its marks: the range of chunks looked at, the chosen chunk, the border between the sides, names of chunks below. */
export function timeBackground(slots: TimePlan & Partial<TimeSlots>): object[] {
  const x = timeScale(slots);
  const chosen = (slots.slots ?? []).filter((slot) => slot.chosen).map((slot) => ({ a: slot.x - 0.5, b: slot.x + 0.5 }));
  const layers: object[] = [];
  if (slots.range) {
    const [a, b] = slots.range;
    const rule = (x1: number): object => ({
      data: { values: [{ a: x1 }] },
      mark: { type: 'rule', color: markColours.current, strokeWidth: 1.5, y: 0, y2: { expr: 'height' } },
      encoding: { x: { ...x, field: 'a' } },
    });
    layers.push({
      data: { values: [{ a, b }] },
      mark: { type: 'rect', color: markColours.chosen, opacity: 0.5, stroke: null, y: 0, y2: { expr: 'height' } },
      encoding: { x: { ...x, field: 'a' }, x2: { field: 'b' } },
    });
    layers.push(rule(a), rule(b));
  }
  if (chosen.length > 0) {
    layers.push({
      data: { values: chosen },
      mark: { type: 'rect', color: markColours.chosen, stroke: null, y: 0, y2: { expr: 'height' } },
      encoding: { x: { ...x, field: 'a' }, x2: { field: 'b' } },
    });
  }
  if (slots.border !== null) {
    layers.push({
      data: { values: [{ x: slots.border }] },
      mark: { type: 'rule', color: markColours.line, strokeDash: [2, 3], y: 0, y2: { expr: 'height' } },
      encoding: { x: { ...x, field: 'x' } },
    });
  }
  layers.push({
    data: { values: slots.ticks },
    mark: { type: 'text', baseline: 'top', y: { expr: 'height + 8' } },
    encoding: { x: { ...x, field: 'x' }, text: { field: 't', type: 'nominal' } },
  });
  return layers;
}

/** Alerts (triangle) and watches (diamond) on a line: told by shape, not by colour alone. `y` is the shared vertical encoding on field `m`. */
export function verdictMarks(
  points: readonly { readonly x: number; readonly m: number; readonly verdict: string | null }[],
  x: object,
  y: object,
): object[] {
  return (['alert', 'watch'] as const).flatMap((verdict) => {
    const values = points.filter((point) => point.verdict === verdict).map((point) => ({ x: point.x, m: point.m }));
    if (values.length === 0) return [];
    const shape = verdict === 'alert' ? 'triangle-up' : 'diamond';
    return [
      {
        data: { values },
        mark: {
          type: 'point',
          filled: true,
          opacity: 1,
          size: 80,
          shape,
          color: markColours[verdict],
          stroke: markColours.page,
          strokeWidth: 1,
        },
        encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'm' } },
      },
    ];
  });
}
