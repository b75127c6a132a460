import { seeded } from '../../../tools/random.mjs';

/** A driftbook as somebody could have written it: the lines before the cells, those of each cell, and those after them. */
export interface Generated {
  readonly head: string;
  readonly cells: readonly string[];
  /** What stands between the cells: empty lines and comments. */
  readonly gaps: readonly string[];
  readonly tail: string;
  /** Where each cell has a number that can be changed. */
  readonly numbers: readonly (readonly (string | number)[])[];
}

/** A driftbook in one of many layouts; the same for the same seed. */
export function generateDriftbook(seed: number): Generated {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const chance = (p: number): boolean => random() < p;
  const end = chance(0.25) ? '\r\n' : '\n';
  const outer = ' '.repeat(one([0, 2, 4]));
  const behind = (): string => one(['', '', '', '   # wie gehabt', ' # {not: yaml', '  ', '\t']);
  const gap = (): string => one(['', '', end, end + end, `${outer}# between${end}`, `${end}${outer}# about it${end}`]);
  const name = (): string => one(['price', '"a, b"', "'it''s'", 'größe', '列', 'p_churn', '"#1"', 'x y']);

  const check = (): string => {
    const bound = `max: ${one(['0.2', '2', '1e-3', '10', '0.50'])}`;
    const more = [one(['', `columns: [${name()}, ${name()}]`]), one(['', 'severity: critical']), one(['', "unknown_key: 'kept'"])].filter(
      (part) => part !== '',
    );
    return one([', ', ' , ']).concat(more.join(', ')).length > 3 ? `${bound}, ${more.join(', ')}` : bound;
  };
  const cell = (): { lines: string; number: readonly (string | number)[] | null } => {
    const pad = ' '.repeat(one([1, 1, 3]));
    const column = outer.length + 1 + pad.length;
    const at = ' '.repeat(column);
    const dash = `${outer}-${pad}`;
    switch (below(5)) {
      case 0:
        return { lines: `${dash}markdown: ${one(['"# A \\n b"', "'- it''s: {x}'", 'plain text', '"#"'])}${behind()}${end}`, number: null };
      case 1: {
        const inner = at + ' '.repeat(one([1, 2, 4]));
        const body = ['# Title', '', 'text: {not yaml', '- item # none', ''].slice(0, 2 + below(4));
        const lines = body.map((line) => (line === '' ? one(['', inner]) : inner + line) + end).join('');
        return { lines: `${dash}markdown: ${one(['|', '|-', '>', '|+', '| # head'])}${end}${lines}`, number: null };
      }
      case 2:
        return {
          lines: `${dash}drift: ${one(['{columns: all}', '{}', '{ columns: [a,b] }', ''])}${behind()}${end}${at}checks: [{measure: psi, ${check()}}, {measure: ks, ${check()}}${one(['', ','])}]${behind()}${end}`,
          number: ['checks', 1, 'max'],
        };
      case 3: {
        const inner = at + ' '.repeat(one([0, 2, 3]));
        return {
          lines: [
            `${dash}quality:${behind()}`,
            `${at}checks:`,
            `${inner}- measure: rows${behind()}`,
            `${inner}  max: 5${behind()}`,
            ...(chance(0.4) ? [`${inner}# another`] : []),
            ...(chance(0.3) ? [''] : []),
            `${inner}-   {measure: psi, ${check()}}${behind()}`,
            ...(chance(0.3) ? [`${at} # deep`] : []),
          ]
            .map((line) => line + end)
            .join(''),
          number: ['checks', 0, 'max'],
        };
      }
      default:
        return {
          lines: [
            `${dash}sql: {name: rejects,`,
            `${at}  query: "select 1, 'x'  # no comment`,
            `${at}    from current"}${behind()}`,
            `${at}checks: [`,
            `${at}  # the rate`,
            `${at}  {measure: reject_rate, max: 3},${behind()}`,
            `${at}]`,
          ]
            .map((line) => line + end)
            .join(''),
          number: ['checks', 0, 'max'],
        };
    }
  };

  const cells = Array.from({ length: 1 + below(6) }, cell);
  const head = [
    ...(chance(0.3) ? ['# A file by hand', ''] : []),
    one(['version: 1', 'version:   1 # first', '"version": 1']),
    'datasets:',
    one(["  current:   {path: 'data/2026-*.csv'}   # newest", '  current:\r\n    path: a.csv'.replace('\r\n', end)]),
    ...(chance(0.5) ? [`columns: {target: ${name()}, scores: {yes: p}}`] : []),
    ...(chance(0.3) ? ['future:', '  key: [1, 2,   3]'] : []),
    `cells:${behind()}`,
  ];
  return {
    head: head.map((line) => line + end).join(''),
    cells: cells.map(({ lines }) => lines),
    gaps: cells.map((_, i) => (i === 0 ? '' : gap())),
    tail: one(['', `# the end${end}`, `timezone: UTC   # late${end}`, `${end}title: x`]),
    numbers: cells.map(({ number }) => number ?? []),
  };
}

/** The text of a file. */
export function textOf({ head, cells, gaps, tail }: Generated): string {
  return head + cells.map((cell, i) => gaps[i] + cell).join('') + tail;
}
