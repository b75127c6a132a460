import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'node:util';
import { createGenerator } from 'ts-json-schema-generator';

/** The published schema of the Report, made from its TypeScript types. `--check` only compares. */
const file = new URL('../../media/report.schema.json', import.meta.url);
const generator = createGenerator({
  path: 'src/core/report/report.ts',
  tsconfig: 'src/core/tsconfig.json',
  type: 'Report',
  skipTypeCheck: true,
  additionalProperties: false,
});
const schema = { title: 'Driftbook report, version 3', ...generator.createSchema('Report') };
const text = `${JSON.stringify(schema, null, 2)}\n`;
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8')) !== text) {
    console.error(format('%s differs from the types: run npm run schema', 'media/report.schema.json'));
    process.exit(1);
  }
} else {
  await writeFile(file, text);
}
