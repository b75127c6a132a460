import { catalogue } from '../../../src/core/measures/registry.ts';
import { type AnyShape, type NameCheck, type Node, type Optional, shapeOf } from '../../../src/core/spec/shape.ts';

/** A JSON schema, draft 7. */
export type JsonSchema = { [key: string]: unknown };

/** The definitions that a schema refers to, by name. */
export type Definitions = Map<string, JsonSchema>;

/**
 * The JSON schema of a shape. What is called by a name stands in `definitions`, and is referred to. Shares in per cent are for people: they are told
 * of files that people write.
 */
export function jsonSchema(shape: AnyShape, definitions: Definitions, percents = false): JsonSchema {
  const { called, about, node } = shape;
  const described = about === undefined ? {} : { description: about };
  if (called === undefined) return { ...ofNode(node, definitions, percents), ...described };
  if (!definitions.has(called)) {
    // Its place in the order comes before that of its parts.
    definitions.set(called, {});
    definitions.set(called, { ...ofNode(node, definitions, percents), ...described });
  }
  return { $ref: `#/definitions/${called}` };
}

function ofNode(node: Node, definitions: Definitions, percents: boolean): JsonSchema {
  switch (node.is) {
    case 'anything':
      return {};
    case 'nothing':
      return { type: 'null' };
    case 'flag':
      return { type: 'boolean', ...(node.only ? { const: true } : {}) };
    case 'text':
      return { type: 'string', ...(node.shortest > 0 ? { minLength: node.shortest } : {}) };
    case 'number': {
      const { whole: isWhole, least, above, most, percent } = node;
      const number = {
        type: isWhole ? 'integer' : 'number',
        ...(least === undefined ? {} : { minimum: least }),
        ...(above === undefined ? {} : { exclusiveMinimum: above }),
        ...(most === undefined ? {} : { maximum: most }),
      };
      return percent && percents ? { anyOf: [number, { type: 'string', pattern: '^[+-]?(\\d+(\\.\\d+)?|\\.\\d+) ?%$' }] } : number;
    }
    case 'written':
      return { type: 'string', pattern: node.pattern.source };
    case 'choice': {
      const words = { type: 'string', enum: [...node.of] };
      return node.or === undefined ? words : { anyOf: [words, { type: 'string', pattern: node.or.source }] };
    }
    case 'variant':
      return { oneOf: Object.values(node.of).map((form) => jsonSchema(form, definitions, percents)) };
    case 'list':
      return { type: 'array', items: jsonSchema(node.of, definitions, percents) };
    case 'fields':
      return ofFields(node, definitions, percents);
    case 'byName':
      return { type: 'object', ...ofNames(node.name), additionalProperties: jsonSchema(node.of, definitions, percents) };
    case 'either': {
      // Nobody is offered what is refused.
      const forms = node.of.filter((one) => one.node.is !== 'fields' || one.node.notYet === undefined);
      return forms.length === 1
        ? jsonSchema(forms[0]!, definitions, percents)
        : { anyOf: forms.map((one) => jsonSchema(one, definitions, percents)) };
    }
    case 'orNull': {
      const inner = jsonSchema(node.of, definitions, percents);
      return typeof inner.type === 'string' && inner.enum === undefined
        ? { ...inner, type: [inner.type, 'null'] }
        : { anyOf: [inner, { type: 'null' }] };
    }
  }
}

function ofFields({ of, check, open }: Extract<Node, { is: 'fields' }>, definitions: Definitions, percents: boolean): JsonSchema {
  const entries = Object.entries(of);
  const required = entries.filter(([, field]) => !('optional' in field)).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, field]) => [key, ofField(field, definitions, percents)])),
    ...(required.length > 0 ? { required } : {}),
    ...(open ? {} : { additionalProperties: false }),
    ...(check === 'someBounds' ? { minProperties: 1 } : {}),
  };
}

function ofField(field: AnyShape | Optional<unknown>, definitions: Definitions, percents: boolean): JsonSchema {
  const schema = jsonSchema(shapeOf(field), definitions, percents);
  if (!('optional' in field)) return schema;
  const about = field.about ?? field.help?.((message) => message);
  return about === undefined ? schema : { ...schema, description: about.replace(/\n/g, ' ').replace(/; may be repeated$/, '') };
}

/** What the names of an object may be. */
function ofNames(check: NameCheck): JsonSchema {
  const measures = { enum: Object.keys(catalogue) };
  switch (check) {
    case 'any':
      return {};
    case 'measure':
      return { propertyNames: measures };
    case 'limit':
      return { propertyNames: { anyOf: [measures, { pattern: '^(mean|median|p95)\\(.+\\)$' }] } };
    case 'ending':
      return { propertyNames: { pattern: '^\\.[^.\\\\/\\s*{},]{1,32}$' } };
  }
}
