import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'node:util';
import { compileKernel } from './compileKernel.mjs';
import { bundledPackages } from './notices/bundledPackages.mjs';

import { noticesText } from './notices/noticesText.mjs';
import { pageNotice } from './notices/pageNotice.mjs';

/** The licences of what Driftbook contains, and the line of them in exported pages. `--check` only compares. */
const packages = await bundledPackages();
const files = {
  'media/THIRD_PARTY_NOTICES.txt': noticesText(packages, (await compileKernel({ map: true })).sources),
  'src/core/render/pageNotice.ts': `/** What the report page's program contains, for exported pages: written by \`npm run notices\`. */\nexport const pageNotice =\n  ${JSON.stringify(pageNotice(packages))};\n`,
};
for (const [name, text] of Object.entries(files)) {
  const file = new URL(`../../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(format('%s differs from what the bundles contain: run npm run notices', name));
    process.exitCode = 1;
  }
}
