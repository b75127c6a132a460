/** Options of `driftbook compare`; `value`: takes one. */
export const optionTable = {
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
  markdown: { value: true },
  memory: { value: true },
  threads: { value: true },
  lang: { value: true },
  quiet: { value: false },
  'no-color': { value: false },
  help: { value: false },
  version: { value: false },
} as const;

export type OptionName = keyof typeof optionTable;

/** Whether a word names an option. */
export function isOption(name: string): name is OptionName {
  return Object.hasOwn(optionTable, name);
}
