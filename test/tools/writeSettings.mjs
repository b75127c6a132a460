import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'node:util';
import { dataFilePatterns } from './spec/dataFilePatterns.ts';
import { settingSchemas } from './spec/settingSchemas.ts';

/** The settings in package.json, made from what can be asked (`src/core/spec`), and the files its menus stand on (`src/core/data/dataFormats.ts`). `--check` only compares. */
const at = (name) => new URL(`../../${name}`, import.meta.url);
const words = new Set(Object.keys(JSON.parse(await readFile(at('package.nls.json'), 'utf8'))));
const before = await readFile(at('package.json'), 'utf8');
const manifest = JSON.parse(before);
manifest.contributes.configuration.properties = settingSchemas(words);
manifest.contributes.menus = dataFilePatterns(manifest.contributes.menus);
const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (!process.argv.includes('--check')) await writeFile(at('package.json'), text);
else if (before !== text) {
  console.error(format('the settings in %s or the files of its menus differ from src/core: run npm run settings', 'package.json'));
  process.exit(1);
}
