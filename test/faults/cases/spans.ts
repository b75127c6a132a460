import type { FaultCase } from '../faultCase.ts';

interface Span {
  readonly what: string;
  readonly columns: number;
  readonly rows: number;
  /** Days that the rows of a side lie in. */
  readonly days: number;
  /** Different values of every third column, which is text. */
  readonly values: number;
  readonly says?: RegExp;
}

const spans: readonly Span[] = [
  { what: '60 columns over five and a half years, months by days', columns: 60, rows: 4000, days: 2009, values: 40 },
  {
    what: 'texts of thousands of values over thousands of days',
    columns: 12,
    rows: 4000,
    days: 4000,
    values: 3000,
    says: /x2 has 3,000 different values/,
  },
  { what: 'a row a day for a thousand years', columns: 3, rows: 4000, days: 365_000, values: 5 },
];

const dayMs = 86_400_000;

function table({ columns, rows, days, values }: Span, first: number): string {
  const names = Array.from({ length: columns }, (_, c) => `x${c}`);
  const line = (row: number): string => {
    const at = new Date(first + Math.floor((row * days) / rows) * dayMs).toISOString().slice(0, 10);
    const cells = names.map((_, c) => (c % 3 === 2 ? `v${(row * 7919 + c) % values}` : String(((row * 7919 + c * 104_729) % 10_007) / 10)));
    return [at, ...cells].join(',');
  };
  return `${[['day', ...names].join(','), ...Array.from({ length: rows }, (_, row) => line(row))].join('\n')}\n`;
}

/** Few rows over many days: what is counted by day must not fill memory, and takes as long as the rows do. */
export const spanCases: readonly FaultCase[] = spans.map((span) => ({
  what: span.what,
  format: 'csv',
  outcome: 'read',
  says: span.says ?? null,
  names: null,
  make: async (place) => ({
    reference: await place.write('reference.csv', table(span, Date.UTC(1000, 0, 1))),
    current: await place.write('current.csv', table(span, Date.UTC(1000, 0, 1) + span.days * dayMs)),
    options: ['--memory', '256'],
  }),
}));
