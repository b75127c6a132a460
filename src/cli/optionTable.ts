/** Options of the commands; `value`: takes one. */
export const optionTable = {
  reference: { value: true },
  'reference-is': { value: true },
  task: { value: true },
  target: { value: true },
  prediction: { value: true },
  score: { value: true },
  positive: { value: true },
  threshold: { value: true },
  user: { value: true },
  item: { value: true },
  relevance: { value: true },
  k: { value: true },
  segments: { value: true },
  groups: { value: true },
  cost: { value: true },
  resource: { value: true },
  require: { value: true },
  columns: { value: true },
  ignore: { value: true },
  profile: { value: true },
  chunk: { value: true },
  timestamp: { value: true },
  group: { value: true },
  limit: { value: true },
  weight: { value: true },
  role: { value: true },
  type: { value: true },
  'null-values': { value: true },
  suffix: { value: true },
  format: { value: true },
  json: { value: true },
  html: { value: true },
  csv: { value: true },
  measures: { value: true },
  markdown: { value: true },
  memory: { value: true },
  threads: { value: true },
  lang: { value: true },
  quiet: { value: false },
  'no-color': { value: false },
  help: { value: false },
  version: { value: false },
} as const;

/** Options that only `driftbook evaluate` takes. */
export const evaluateOnly: readonly OptionName[] = [
  'reference',
  'reference-is',
  'task',
  'target',
  'prediction',
  'score',
  'positive',
  'threshold',
  'user',
  'item',
  'relevance',
  'k',
  'segments',
  'groups',
  'cost',
  'resource',
  'require',
  'measures',
];

export type OptionName = keyof typeof optionTable;

/** Whether a word names an option. */
export function isOption(name: string): name is OptionName {
  return Object.hasOwn(optionTable, name);
}
