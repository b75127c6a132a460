import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'node:util';
import { compileKernel } from './compileKernel.mjs';

/** The compiled kernel as a module of the core, made from src/kernel. `--check` only compares. */
const file = new URL('../../src/core/stats/kernel/kernelCode.ts', import.meta.url);
const { code } = await compileKernel();
const text = `/** src/kernel, compiled by \`npm run kernel\`: WebAssembly in base64. */\nexport const kernelCode =\n  '${Buffer.from(code).toString('base64')}';\n`;
if (process.argv.includes('--check')) {
  if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(format('%s differs from src/kernel: run npm run kernel', 'src/core/stats/kernel/kernelCode.ts'));
    process.exit(1);
  }
} else {
  await writeFile(file, text);
}
