import { formatShare } from '../format/share.ts';
import type { Chart, ChartWords } from './chart.ts';
import { markColours } from './config.ts';
import { frame } from './frame.ts';

interface ShareBar {
  readonly name: string;
  readonly reference: number | null;
  readonly current: number;
}

const step = 30;
const nameWidth = 128;

/** Shares of named parts on both sides, a grey and an accent bar each. */
export function shareBarsChart(rows: readonly ShareBar[], head: string, title: string, words: ChartWords): Chart {
  const { locale, labels } = words;
  const sided = rows.some((row) => row.reference !== null);
  const longest = Math.max(...rows.map((row) => Math.max(row.reference ?? 0, row.current)), 0.001);
  const y = { type: 'quantitative', scale: { domain: [0, rows.length], nice: false, reverse: true }, axis: null };
  // Room for the numbers behind the bars.
  const x = { type: 'quantitative', scale: { domain: [0, longest * 1.16], nice: false }, axis: null };
  const bar = (side: 'reference' | 'current', from: number, to: number): object[] => {
    const values = rows.flatMap((row, i) => {
      const v = row[side];
      return v === null ? [] : [{ z: 0, v, y: i + from, y2: i + to, m: i + (from + to) / 2, n: row.name, t: formatShare(v, locale) }];
    });
    const colour = side === 'reference' ? markColours.reference : markColours.current;
    return [
      {
        data: { values },
        mark: { type: 'rect', color: colour, stroke: null },
        encoding: {
          x: { ...x, field: 'z' },
          x2: { field: 'v' },
          y: { ...y, field: 'y' },
          y2: { field: 'y2' },
          tooltip: [
            { field: 'n', type: 'nominal', title: head },
            { field: 't', type: 'nominal', title: side === 'reference' ? labels.referencePart : labels.currentPart },
          ],
        },
      },
      {
        data: { values },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5, fontSize: 10.5 },
        encoding: { x: { ...x, field: 'v' }, y: { ...y, field: 'm' }, text: { field: 't', type: 'nominal' } },
      },
    ];
  };
  const layers = [
    ...(sided ? [...bar('reference', 0.16, 0.48), ...bar('current', 0.52, 0.84)] : bar('current', 0.22, 0.78)),
    {
      data: { values: rows.map((row, i) => ({ n: row.name, y: i + 0.5 })) },
      mark: { type: 'text', align: 'right', baseline: 'middle', x: -8, limit: nameWidth - 10, fontSize: 12, color: markColours.name },
      encoding: { y: { ...y, field: 'y' }, text: { field: 'n', type: 'nominal' } },
    },
  ];
  return {
    spec: frame(rows.length * step, layers, { left: nameWidth, right: 10, top: 4, bottom: 4 }),
    description: title,
    table: {
      head: [head, ...(sided ? [labels.referencePart] : []), labels.currentPart],
      numeric: [false, ...(sided ? [true] : []), true],
      rows: rows.map((row) => [
        row.name,
        ...(sided ? [row.reference === null ? '–' : formatShare(row.reference, locale)] : []),
        formatShare(row.current, locale),
      ]),
    },
    keys: [...(sided ? [{ mark: 'reference' as const, text: labels.referencePart }] : []), { mark: 'current', text: labels.currentPart }],
  };
}
