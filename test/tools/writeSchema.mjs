import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'node:util';
import {
  AliasType,
  AnyType,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  DefinitionType,
  SchemaGenerator,
} from 'ts-json-schema-generator';
import ts from 'typescript';
import { driftbookShape } from '../../src/core/driftbook/driftbook.ts';
import { comparisonSpec } from '../../src/core/spec/comparisonSpec.ts';
import { jsonSchema } from './spec/jsonSchema.ts';

/** The published schemas: of what can be asked and of driftbook files, made from their shapes, and of the Report, made from its TypeScript types. `--check` only compares. */
const asked = new Map();
jsonSchema(comparisonSpec, asked);

/** Types whose schema the shapes give: their TypeScript is made from the shapes as well. */
const ofShapes = {
  supportsNode: (node) =>
    ts.isTypeAliasDeclaration(node) && asked.has(node.name.text) && node.getSourceFile().fileName.endsWith('src/core/spec/spec.ts'),
  createType: ({ name: { text } }) => new DefinitionType(text, new AliasType(text, new AnyType())),
};

function reportSchema() {
  const config = {
    ...DEFAULT_CONFIG,
    path: 'src/core/report/report.ts',
    tsconfig: 'src/core/tsconfig.json',
    type: 'Report',
    skipTypeCheck: true,
    additionalProperties: false,
  };
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => chain.addNodeParser(ofShapes));
  const schema = new SchemaGenerator(program, parser, createFormatter(config), config).createSchema('Report');
  const definitions = { ...schema.definitions, ...Object.fromEntries(asked) };
  return { title: 'Driftbook report, version 3', ...schema, definitions };
}

const specSchema = {
  title: 'What Driftbook can be asked to compare or evaluate',
  $ref: '#/definitions/ComparisonSpec',
  $schema: 'http://json-schema.org/draft-07/schema#',
  definitions: Object.fromEntries(asked),
};

const parts = new Map();
const driftbookSchema = {
  title: 'Driftbook file, version 1',
  ...jsonSchema(driftbookShape, parts, true),
  $schema: 'http://json-schema.org/draft-07/schema#',
  definitions: Object.fromEntries(parts),
};

const schemas = {
  'media/report.schema.json': reportSchema(),
  'media/spec.schema.json': specSchema,
  'media/driftbook.schema.json': driftbookSchema,
};

for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../../${name}`, import.meta.url);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(format('%s differs from the types: run npm run schema', name));
    process.exitCode = 1;
  }
}
