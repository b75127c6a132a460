import { catalogue } from '../../../src/core/measures/registry.ts';
import { type AnyShape, type NameCheck, type Node, type Optional, shapeOf } from '../../../src/core/spec/shape.ts';

/** A JSON schema, draft 7. */
export type JsonSchema = { [key: string]: unknown };

/** The definitions that a schema refers to, by name. */
export type Definitions = Map<string, JsonSchema>;

/** The JSON schema of a shape. What is called by a name stands in `definitions`, and is referred to. Numbers only: shares in per cent are for people. */
export function jsonSchema(shape: AnyShape, definitions: Definitions): JsonSchema {
  const { called, about, node } = shape;
  const described = about === undefined ? {} : { description: about };
  if (called === undefined) return { ...ofNode(node, definitions), ...described };
  if (!definitions.has(called)) {
    // Its place in the order comes before that of its parts.
    definitions.set(called, {});
    definitions.set(called, { ...ofNode(node, definitions), ...described });
  }
  return { $ref: `#/definitions/${called}` };
}

function ofNode(node: Node, definitions: Definitions): JsonSchema {
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
      const { whole, least, above, most } = node;
      return {
        type: whole ? 'integer' : 'number',
        ...(least === undefined ? {} : { minimum: least }),
        ...(above === undefined ? {} : { exclusiveMinimum: above }),
        ...(most === undefined ? {} : { maximum: most }),
      };
    }
    case 'choice':
      return { type: 'string', enum: [...node.of] };
    case 'list':
      return { type: 'array', items: jsonSchema(node.of, definitions) };
    case 'fields':
      return ofFields(node, definitions);
    case 'byName':
      return { type: 'object', ...ofNames(node.name), additionalProperties: jsonSchema(node.of, definitions) };
    case 'either': {
      // Nobody is offered what is refused.
      const forms = node.of.filter((one) => one.node.is !== 'fields' || one.node.notYet === undefined);
      return forms.length === 1 ? jsonSchema(forms[0]!, definitions) : { anyOf: forms.map((one) => jsonSchema(one, definitions)) };
    }
    case 'orNull': {
      const inner = jsonSchema(node.of, definitions);
      return typeof inner.type === 'string' && inner.enum === undefined
        ? { ...inner, type: [inner.type, 'null'] }
        : { anyOf: [inner, { type: 'null' }] };
    }
  }
}

function ofFields({ of, check, open }: Extract<Node, { is: 'fields' }>, definitions: Definitions): JsonSchema {
  const entries = Object.entries(of);
  const required = entries.filter(([, field]) => !('optional' in field)).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, field]) => [key, ofField(field, definitions)])),
    ...(required.length > 0 ? { required } : {}),
    ...(open ? {} : { additionalProperties: false }),
    ...(check === 'someBounds' ? { minProperties: 1 } : {}),
  };
}

function ofField(field: AnyShape | Optional<unknown>, definitions: Definitions): JsonSchema {
  const schema = jsonSchema(shapeOf(field), definitions);
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
