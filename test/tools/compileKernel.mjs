import { main } from 'assemblyscript/asc';

/**
 * Compiles src/kernel. `map` also asks for the source map, which leaves a mark in the code.
 * @returns {Promise<{code: Uint8Array, sources: string[]}>} sources: the files it is compiled from, the library's begin with `~lib/`; empty without `map`
 */
export async function compileKernel({ map = false } = {}) {
  const written = new Map();
  const { error, stderr } = await main(
    [
      'src/kernel/finite.ts',
      'src/kernel/sort.ts',
      'src/kernel/compare.ts',
      'src/kernel/profile.ts',
      '--outFile',
      'kernel.wasm',
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--importMemory',
      '--initialMemory',
      '1',
      ...(map ? ['--sourceMap'] : []),
    ],
    { writeFile: (name, contents) => written.set(name, contents) },
  );
  const code = written.get('kernel.wasm');
  if (error !== null || code === undefined) throw new Error(`the kernel cannot be compiled\n${stderr}`);
  return { code, sources: map ? JSON.parse(String(written.get('kernel.wasm.map'))).sources : [] };
}
