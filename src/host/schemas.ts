import * as v from 'valibot';
import type { Choices } from '../app/choices.ts';
import type { HostMethods, PageState, RerunChanges } from '../shared/webviewProtocol.ts';

/**
 * What a page may ask, method by method, and what the workspace may remember: the one place that says of either what it looks like. Valibot, as
 * it ties each schema to its TypeScript type, evaluates no code, and only what is used of it gets into the bundle. Loaded with the first message.
 */

/** Longest name of a column, or value of a category. */
const longestName = 1_000_000;
const mostNames = 100_000;
/** Longest picture of a chart: of an SVG in characters, of a PNG in base64. */
const longestPicture = 64 * 1024 * 1024;
const longestTrouble = 100_000;

const name = v.pipe(v.string(), v.maxLength(longestName));
const names = v.pipe(v.array(name), v.maxLength(mostNames));
const figure = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const share = v.pipe(figure, v.gtValue(0), v.maxValue(1));
const side = v.picklist(['reference', 'current']);
const profile = v.picklist(['default', 'strict', 'sensitive']);
const role = v.picklist(['feature', 'target', 'prediction', 'score', 'timestamp', 'id', 'segment', 'weight', 'ignore']);
const kind = v.picklist(['number', 'boolean', 'text', 'timestamp', 'nested', 'other']);

/** An object by names of the data, which may be called like what every object has: `record` of Valibot leaves out such names. */
function byName<S extends v.GenericSchema>(entry: S) {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
    v.transform(Object.entries),
    v.array(v.tuple([name, entry])),
    v.maxLength(mostNames),
    v.transform((entries): Record<string, v.InferOutput<S>> => Object.fromEntries(entries)),
  );
}

const chunk = v.union([
  v.strictObject({ by: v.picklist(['auto', 'none', 'hour', 'day', 'week', 'month']) }),
  v.strictObject({ rows: count }),
  v.strictObject({ count }),
]);

const measureLimit = v.strictObject({
  min: v.optional(figure),
  max: v.optional(figure),
  maxDrop: v.optional(v.pipe(figure, v.minValue(0))),
});

const evaluate = v.strictObject({
  task: v.optional(v.picklist(['binary', 'multiclass', 'regression', 'ranking'])),
  target: v.optional(v.nullable(name)),
  prediction: v.optional(v.nullable(name)),
  score: v.optional(v.nullable(name)),
  scores: v.optional(byName(name)),
  positive: v.optional(name),
  threshold: v.optional(figure),
  user: v.optional(v.nullable(name)),
  item: v.optional(v.nullable(name)),
  relevance: v.optional(v.nullable(name)),
  referenceIs: v.optional(v.picklist(['training', 'past'])),
  k: v.optional(count),
  segments: v.optional(names),
  groups: v.optional(names),
  costs: v.optional(v.strictObject({ falsePositive: figure, falseNegative: figure })),
  resources: v.optional(names),
  limits: v.optional(byName(measureLimit)),
});

const changes = v.strictObject({
  chunk: v.optional(chunk),
  profile: v.optional(profile),
  timestamp: v.optional(v.nullable(v.union([name, v.strictObject({ auto: v.literal(true) })]))),
  columns: v.optional(
    byName(
      v.strictObject({
        role: v.optional(v.nullable(role)),
        kind: v.optional(v.nullable(kind)),
        ignored: v.optional(v.boolean()),
        limit: v.optional(v.nullable(share)),
      }),
    ),
  ),
  evaluate: v.optional(evaluate),
}) satisfies v.GenericSchema<unknown, RerunChanges>;

const selection = v.variant('kind', [
  v.strictObject({ kind: v.literal('range'), from: v.nullable(figure), to: v.nullable(figure) }),
  v.strictObject({ kind: v.literal('category'), value: name }),
  v.strictObject({ kind: v.literal('missing') }),
]);

/** What `schema` makes of a value, or the first thing that is wrong with it and where. */
export function read<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): { readonly value: v.InferOutput<S> } | { readonly wrong: string } {
  const found = v.safeParse(schema, value, { abortEarly: true });
  if (found.success) return { value: found.output };
  const [issue] = found.issues;
  return { wrong: `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}`.slice(0, 300) };
}

/** What each request of a page carries. */
export const hostParams: { readonly [K in keyof HostMethods]: v.GenericSchema<unknown, HostMethods[K]['params']> } = {
  // The page's own affair: the host makes nothing of it.
  ready: v.strictObject({ state: v.custom<PageState | null>(() => true) }),
  swap: v.null(),
  rerun: changes,
  rows: v.strictObject({ side, column: name, selection, chunk: v.nullable(index), offset: index, limit: count }),
  cancel: v.null(),
  retry: v.null(),
  open: v.strictObject({ side }),
  save: v.strictObject({ format: v.picklist(['json', 'markdown', 'csv', 'html']) }),
  saveChart: v.strictObject({
    format: v.picklist(['svg', 'png']),
    name,
    data: v.pipe(v.string(), v.maxLength(longestPicture)),
  }),
  trouble: v.strictObject({ what: v.picklist(['csp', 'error']), detail: v.pipe(v.string(), v.maxLength(longestTrouble)) }),
};

/** What is remembered for one column. */
export const keptColumn = v.strictObject({
  role: v.optional(role),
  kind: v.optional(kind),
  ignored: v.optional(v.boolean()),
  limit: v.optional(share),
});

/** What is remembered for a pair of files, part by part; the columns are looked at one by one. */
export const keptParts = {
  chunk,
  profile,
  timestamp: v.nullable(name),
  columns: byName(v.unknown()),
  evaluate,
} satisfies { readonly [K in Exclude<keyof Choices, 'columns'>]: v.GenericSchema<unknown, Choices[K]> } & { readonly columns: unknown };
