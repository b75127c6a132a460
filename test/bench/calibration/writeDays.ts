import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HiddenColumn } from './blockColumns.ts';
import { type Change, type DayEffects, dayMeans, normals, shiftOf } from './process.ts';

/** A pair of tables whose rows stand in days of one process. */
export interface DayDesign {
  readonly columns: readonly HiddenColumn[];
  readonly referenceDays: number;
  readonly currentDays: number;
  readonly rowsPerDay: number;
  readonly effects: DayEffects;
  /** What happens to a column, by its place. */
  readonly change: (column: number) => Change;
  readonly seed: number;
  /** Without a time column rows are no days. */
  readonly timed: boolean;
}

export interface Files {
  readonly reference: string;
  readonly current: string;
}

const dayMs = 86_400_000;
/** A Thursday, so that weeks are partial at both ends. */
const start = Date.UTC(2024, 0, 4);
const firstWeekday = 4;
/** What a broken day multiplies its values by. */
const broken = 1000;

/** Writes reference.csv and current.csv of a design into a folder. */
export async function writeDays(folder: string, design: DayDesign): Promise<Files> {
  const { columns, referenceDays, currentDays, rowsPerDay, effects, seed, timed } = design;
  const normal = normals(seed);
  const days = referenceDays + currentDays;
  const means = columns.map(() => dayMeans(effects, days, firstWeekday, normal));
  const side = async (name: string, from: number, to: number): Promise<string> => {
    const lines = [[...(timed ? ['event_time'] : []), ...columns.map((column) => column.name)].join(',')];
    for (let day = from; day < to; day++) {
      const changed = columns.map((_, c) => (from === 0 ? ({ kind: 'none' } as const) : design.change(c)));
      for (let row = 0; row < rowsPerDay; row++) {
        const at = start + day * dayMs + Math.floor(((row + 0.5) * dayMs) / rowsPerDay);
        const fields = columns.map((column, c) =>
          column.write(changedValue(means[c]![day]! + normal(), changed[c]!, day - from, to - from)),
        );
        lines.push([...(timed ? [new Date(at).toISOString().slice(0, 19)] : []), ...fields].join(','));
      }
    }
    const file = join(folder, name);
    await writeFile(file, `${lines.join('\n')}\n`);
    return file;
  };
  return { reference: await side('reference.csv', 0, referenceDays), current: await side('current.csv', referenceDays, days) };
}

function changedValue(hidden: number, change: Change, day: number, days: number): number {
  switch (change.kind) {
    case 'none':
      return hidden;
    case 'shift':
      return change.from === 'start' || day >= days / 2 ? hidden + shiftOf(change.share) : hidden;
    case 'broken_day':
      return day === change.day ? hidden * broken : hidden;
  }
}
