import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'node:util';
import { driftMeasures } from '../../src/core/measures/drift/registry.ts';
import { catalogue } from '../../src/core/measures/registry.ts';
import { capital, measureName } from '../../src/core/words/measures/measureName.ts';

/** The page on the measures, made from the registries (`src/core/measures`). `--check` only compares. */
const english = (message, ...values) => message.replace(/\{(\d+)\}/g, (all, index) => String(values[Number(index)] ?? all));

const units = {
  share: 'share',
  index: 'none',
  loss: 'none',
  nats: 'nats',
  target: 'unit of the target',
  target_squared: 'unit of the target, squared',
  multiple: 'times chance',
  distance: 'distance of the items',
  robust_sd: 'robust standard deviations of the reference',
  statistic: 'none; grows with the rows',
};
const needs = {
  predicted_labels: 'predicted labels',
  score: 'a score',
  class_scores: 'one score per class',
  scores: 'a score, or one per class',
  predicted_values: 'predicted values',
  lists: 'lists of users',
  items: 'lists of users, and items',
  item_features: 'lists of users, and what describes the items',
};
const better = { higher: 'higher', lower: 'lower', neither: 'neither' };
const end = (x) => (Number.isFinite(x) ? String(x).replace('-', '−') : x > 0 ? '∞' : '−∞');
const range = ([low, high]) => `${end(low)} to ${end(high)}`;
const allowed = ({ kind, change }) => (kind === 'absolute' ? String(change) : `${change * 100} % of reference`);
const table = (heads, rows) => [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function ofTask([task, title]) {
  const of = Object.values(catalogue).filter(({ tasks }) => tasks.includes(task));
  const place = ({ shown }) => shown?.[task] ?? of.length;
  const rows = of
    .sort((a, b) => place(a) - place(b))
    .map((m) => [
      `\`${m.id}\`${m.shown?.[task] === undefined ? '' : ' •'}`,
      capital(measureName(m.id, null, english, 'en')).replace(' (β = β)', ''),
      m.about(english),
      better[m.direction],
      units[m.unit],
      range(m.range),
      m.direction === 'neither' ? '–' : allowed(m.allowedDrop),
      needs[m.needs],
    ]);
  return `### ${title}\n\n${table(['code', 'name', 'what it is', 'better', 'unit', 'range', 'allowed change for the worse', 'needs'], rows)}\n`;
}

const drift = driftMeasures.map((m) => [
  `\`${m.id}\``,
  m.name(english).replace(' ({0} degrees of freedom)', ''),
  m.about(english),
  units[m.unit],
  range(m.range),
  m.of.length > 1 ? 'every column' : m.of[0] === 'number' ? 'columns of numbers' : 'columns of categories',
]);

const page = `# Measures

Made from the code by \`npm run measures\`; do not edit.

## Of drift

Numbers beside the verdict of a column; the share of rows moved decides ([how](calibration.md)). They stand in the methods of a column, in the heatmap, in CSV and JSON. 0 is no drift; none has a limit.

${table(['code', 'name', 'what it is', 'unit', 'range', 'of'], drift)}

## Of predictions

\`driftbook.measureLimits\`, \`--limit\` and the \`limits\` of a spec take these codes. • is shown unless asked otherwise. All need the truth.

${Object.entries({
  binary: 'Two classes',
  multiclass: 'Several classes',
  regression: 'Regression',
  ranking: 'Ranking',
})
  .map(ofTask)
  .join('\n')}`;

const at = new URL('../../media/docs/measures.md', import.meta.url);
if (!process.argv.includes('--check')) await writeFile(at, page);
else if ((await readFile(at, 'utf8').catch(() => '')) !== page) {
  console.error(format('%s differs from src/core/measures: run npm run measures', 'media/docs/measures.md'));
  process.exit(1);
}
