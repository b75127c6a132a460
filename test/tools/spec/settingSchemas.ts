import { type AskedField, askedFields } from '../../../src/core/spec/askedFields.ts';
import { specLayer } from '../../../src/core/spec/comparisonSpec.ts';
import { runOptions } from '../../../src/core/spec/runOptions.ts';
import { type JsonSchema, jsonSchema } from './jsonSchema.ts';

/**
 * The settings of package.json, by name in their order. Words stand in package.nls.json by their place: `settings.NAME` describes one,
 * `settings.NAME.CHOICE` a choice, `settings.NAME.FIELD` a field within. `words` tells which of those that may stand there do.
 */
export function settingSchemas(words: ReadonlySet<string>): Record<string, JsonSchema> {
  const fields = [specLayer, runOptions].flatMap((shape) => askedFields(shape)).filter(({ setting }) => setting !== undefined);
  const sorted = fields.sort((a, b) => a.setting!.order - b.setting!.order);
  return Object.fromEntries(sorted.map((field) => [`driftbook.${field.setting!.name}`, settingSchema(field, words)]));
}

function settingSchema({ shape, setting, standard }: AskedField, words: ReadonlySet<string>): JsonSchema {
  const { name, order, scope, silent, shape: own = shape } = setting!;
  const definitions = new Map<string, JsonSchema>();
  const schema = worded(inlined(jsonSchema(own, definitions), definitions), `settings.${name}`, words);
  const empty = schema.type === 'array' ? [] : schema.type === 'object' ? {} : undefined;
  const first = silent ?? standard ?? empty;
  if (first === undefined) throw new Error(`driftbook.${name} needs a standard, or a silent value: what it is at first.`);
  const { enum: choices } = schema as { enum?: string[] };
  return {
    ...schema,
    ...(schema.type === 'array' ? { uniqueItems: true } : {}),
    default: first,
    scope,
    order,
    markdownDescription: `%settings.${name}%`,
    ...(choices ? { markdownEnumDescriptions: choices.map((choice) => `%settings.${name}.${choice}%`) } : {}),
  };
}

/** A schema with its definitions written out: package.json has none. */
function inlined(schema: unknown, definitions: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const { $ref, description: _, ...rest } = part as { $ref?: string; description?: string };
    if ($ref !== undefined) return walk(definitions.get($ref.slice('#/definitions/'.length)));
    return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, walk(value)]));
  };
  return walk(schema) as JsonSchema;
}

/** A schema with the words on what is wrong in it, and on the fields of its entries. */
function worded(schema: JsonSchema, key: string, words: ReadonlySet<string>): JsonSchema {
  const said = (name: string, as: string): JsonSchema => (words.has(`${key}.${name}`) ? { [as]: `%${key}.${name}%` } : {});
  const { propertyNames, additionalProperties, ...rest } = schema as { propertyNames?: JsonSchema; additionalProperties?: JsonSchema };
  const entry = additionalProperties as (JsonSchema & { properties?: Record<string, JsonSchema> }) | undefined;
  return {
    ...rest,
    ...(propertyNames === undefined
      ? {}
      : { propertyNames: { ...propertyNames, ...said('unknown', 'errorMessage'), ...said('pattern', 'patternErrorMessage') } }),
    ...(entry === undefined
      ? {}
      : {
          additionalProperties: {
            ...entry,
            ...(entry.properties === undefined
              ? said('format', 'errorMessage')
              : {
                  properties: Object.fromEntries(
                    Object.entries(entry.properties).map(([name, field]) => [name, { ...field, ...said(name, 'markdownDescription') }]),
                  ),
                }),
          },
        }),
  };
}
