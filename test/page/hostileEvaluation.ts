import type { DatasetSummary, Report } from '../../src/core/report/report.ts';
import type { MemoryValue } from '../unit/memoryTable.ts';
import { evaluated } from '../unit/pipeline/tables.ts';
import { binaryRows, regressionRows } from './evaluationRows.ts';

/** Names that would be markup, an expression, a formula, a link, or an order to a terminal if anything took them for more than text. */
export const hostileNames = {
  script: '</script><img src=x onerror=alert(1)>',
  quotes: `"quotes" 'and' \`ticks\` \${1+1}`,
  expression: "datum['x']",
  direction: 'abc\u202egnp.exe',
  terminal: '\u001b[31mred\u001b[2J',
  formula: "=cmd|'/C calc'!A0",
  sum: '@SUM(1)',
  plus: '+1+1',
  link: '[link](javascript:alert(1)) @team',
  braces: '{0} {1}',
  prototype: '__proto__',
} as const;

/** What a spreadsheet would run. */
export const formulas = [hostileNames.formula, hostileNames.sum, hostileNames.plus];

export type HostileKind = 'binary' | 'multiclass' | 'regression';

const { script, quotes, expression, direction, terminal, formula, sum, plus, link, braces, prototype } = hostileNames;
const cities: Readonly<Record<string, string>> = { Lyon: script, Oslo: formula, Kyiv: terminal, Rome: expression };
const plans: Readonly<Record<string, string>> = { free: link, basic: prototype, pro: plus };
const sexes: Readonly<Record<string, string>> = { female: quotes, male: direction };
const referenceFrom = Date.UTC(2018, 0, 1);
const currentFrom = Date.UTC(2018, 6, 1);
const trouble = { wrongInLyon: 0.5, lyon: 0.4 };

/** The rows of a sample with a hostile name for every column, group and class. */
function renamed(columns: Readonly<Record<string, readonly MemoryValue[]>>, classes: readonly [string, string]) {
  const by = (names: Readonly<Record<string, string>>) => (value: MemoryValue) => names[String(value)] ?? value;
  const label = (value: MemoryValue): MemoryValue => classes[Number(value)] ?? null;
  const { at, city = [], plan = [], sex = [], churned = [], y_pred = [], ...others } = columns;
  return Object.fromEntries([
    ['at', at ?? []],
    [script, city.map(by(cities))],
    [formula, plan.map(by(plans))],
    ...(sex.length > 0 ? [[terminal, sex.map(by(sexes))]] : []),
    ...(churned.length > 0
      ? [
          [expression, churned.map(label)],
          [sum, y_pred.map(label)],
        ]
      : []),
    ...Object.entries(others),
  ]) as Readonly<Record<string, readonly MemoryValue[]>>;
}

/** An evaluation by the product itself in which every name that comes from the data is hostile, those of the files, too. */
export async function hostileEvaluation(kind: HostileKind, rows: number): Promise<Report> {
  const spec = { chunk: { by: 'month' as const } };
  const { report } = await (() => {
    if (kind === 'regression') {
      const sides = [regressionRows(rows, 2, currentFrom, trouble), regressionRows(rows, 1, referenceFrom)] as const;
      const [current, reference] = sides.map((side) => {
        const { price = [], predicted_price = [], ...others } = renamed(side, ['', '']);
        return Object.fromEntries([...Object.entries(others), [plus, price], [link, predicted_price]]);
      });
      return evaluated(current!, reference!, { target: plus, prediction: link, segments: [script, formula] }, { spec });
    }
    const classes = [plus, script] as const;
    const [current, reference] = [binaryRows(rows, 2, currentFrom, trouble), binaryRows(rows, 1, referenceFrom)].map((side) => {
      const { y_pred_proba = [], ...others } = renamed(side, classes);
      if (kind === 'binary') return Object.fromEntries([...Object.entries(others), [braces, y_pred_proba]]);
      // A third class for every seventh row, often mistaken.
      const third = (column: string, every: number) => (others[column] ?? []).map((value, i) => (i % every === 0 ? formula : value));
      return Object.fromEntries(Object.entries({ ...others, [expression]: third(expression, 7), [sum]: third(sum, 14) }));
    });
    const columns = { target: expression, prediction: sum, segments: [script, formula, terminal], groups: [terminal] };
    return kind === 'binary'
      ? evaluated(current!, reference!, { ...columns, score: braces, positive: script }, { spec })
      : evaluated(current!, reference!, { ...columns, task: 'multiclass' }, { spec });
  })();
  const named = (side: 'reference' | 'current'): DatasetSummary => {
    const path = `/data/${script} ${formula} ${direction}.csv`;
    return { ...report.datasets[side]!, label: `${script} ${direction}.csv`, path, files: [{ path, bytes: 10 }] };
  };
  return { ...report, datasets: { reference: named('reference'), current: named('current') } };
}
