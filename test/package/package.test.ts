import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repo } from '../harness/repo.mjs';
import { runTool } from '../harness/runTool.mjs';
import { packageList } from '../tools/packageList.mjs';
import { packageTargets } from '../tools/packageTargets.mjs';
import { cpuTypes, thinMachO } from '../tools/packageThin.mjs';

const mostMb = 26;
const vsix = (target: string): string => join(repo, `out/driftbook-${target}.vsix`);
let told = '';
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftbook-package-'));
  // One platform that cannot be had must not cost the others: each says so in its own test.
  told = await runTool(process.execPath, ['test/tools/package.mjs'], { cwd: repo }).catch((error: Error) => error.message);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The native files of each system. */
const natives: Readonly<Record<string, readonly string[]>> = {
  linux: ['duckdb.node', 'libduckdb.so'],
  alpine: ['duckdb.node', 'libduckdb.so'],
  darwin: ['duckdb.node', 'libduckdb.dylib'],
  win32: ['duckdb.dll', 'duckdb.node'],
};

/** Machine of a native file by its header: ELF e_machine, Mach-O cputype, PE machine. */
function machineOf(bytes: Buffer): string {
  if (bytes.readUInt32BE(0) === 0x7f454c46) return { 62: 'x64', 183: 'arm64' }[bytes.readUInt16LE(18)] ?? 'other';
  if (bytes.readUInt32LE(0) === 0xfeedfacf)
    return Object.entries(cpuTypes).find(([, type]) => type === bytes.readUInt32LE(4))?.[0] ?? 'other';
  if (bytes.toString('latin1', 0, 2) === 'MZ')
    return { 34404: 'x64', 43620: 'arm64' }[bytes.readUInt16LE(bytes.readUInt32LE(0x3c) + 4)] ?? 'other';
  return 'none of the known';
}

for (const [target, binding] of Object.entries(packageTargets)) {
  test(`${target}: its own binding only, nothing of the workshop, at most ${mostMb} MB`, async (t) => {
    assert.ok(existsSync(vsix(target)), told);
    const mb = statSync(vsix(target)).size / 2 ** 20;
    t.diagnostic(`${mb.toFixed(1)} MB`);
    assert.ok(mb <= mostMb, `${mb} MB`);
    const names = packageList(vsix(target)).map(({ name }) => name);
    const [system = '', arch = ''] = target.split('-');
    const native = names.filter((name) => /\.(?:node|so|dylib|dll)$/.test(name));
    assert.deepEqual(native.sort(), natives[system]!.map((name) => `extension/node_modules/${binding}/${name}`).sort());
    for (const needed of [
      'package.json',
      'dist/extension.cjs',
      'dist/worker.cjs',
      'dist/outputs.cjs',
      'dist/driftbookFiles.cjs',
      'dist/yaml.cjs',
      'dist/cli.mjs',
      'dist/sqlite3.wasm',
      'dist/webview/report.js',
      'dist/webview/report.css',
      'dist/l10n/bundle.l10n.zh-cn.json',
      'node_modules/@duckdb/node-bindings/duckdb.js',
      'media/icon.png',
    ])
      assert.ok(names.includes(`extension/${needed}`), needed);
    assert.deepEqual(
      names.filter((name) => /\.map$|\.tsx?$|\/test\/|\/src\/|fixtures|tsconfig|\.tgz$|\.tmp$/.test(name)),
      [],
    );
    assert.deepEqual(
      names.filter((name) => /\.(?:png|jpe?g|gif|webp)$/.test(name)),
      ['extension/media/icon.png'],
    );
    const entries = [
      'extension/node_modules/*',
      'extension/media/THIRD_PARTY_NOTICES.txt',
      'extension/readme.md',
      'extension.vsixmanifest',
    ];
    await runTool('unzip', ['-q', '-o', vsix(target), ...entries, '-d', folder]);
    // test/unit/harness/notices.test.ts holds this file against what the bundles contain.
    const notices = (root: string): string => readFileSync(join(root, 'media/THIRD_PARTY_NOTICES.txt'), 'utf8');
    assert.ok(notices(join(folder, 'extension')) === notices(repo), 'the notices are not those of the repository');
    const readme = readFileSync(join(folder, 'extension/readme.md'), 'utf8');
    for (const [, address = ''] of readme.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g))
      assert.match(address.slice(0, 40), /^data:image\/png;base64,/);
    assert.match(readFileSync(join(folder, 'extension.vsixmanifest'), 'utf8'), new RegExp(`TargetPlatform="${target}"`));
    assert.equal(
      readFileSync(join(folder, 'extension/node_modules/@duckdb/node-bindings/duckdb.js'), 'utf8'),
      `module.exports = require('${binding}/duckdb.node');\n`,
    );
    for (const name of native) assert.equal(machineOf(readFileSync(join(folder, name))), arch, name);
  });
}

test('a universal Mach-O file is cut to one architecture', () => {
  // Two slices of 64 bytes at 128 and 256, as mach-o/fat.h lays them out.
  const fat = Buffer.alloc(320);
  fat.writeUInt32BE(0xcafebabe, 0);
  fat.writeUInt32BE(2, 4);
  for (const [i, [type, offset]] of [
    [cpuTypes.x64, 128],
    [cpuTypes.arm64, 256],
  ].entries()) {
    for (const [field, value] of [type!, 0, offset!, 64, 12].entries()) fat.writeUInt32BE(value, 8 + i * 20 + field * 4);
    fat.writeUInt32LE(0xfeedfacf, offset!);
    fat.writeUInt32LE(type!, offset! + 4);
    fat[offset! + 63] = i + 1;
  }
  const thin = thinMachO(fat, 'arm64');
  assert.deepEqual([thin.length, thin[63]], [64, 2]);
  assert.equal(thinMachO(fat, 'x64')[63], 1);
  assert.equal(thinMachO(thin, 'arm64').length, 64);
  assert.throws(() => thinMachO(thin, 'x64'), /another architecture/);
  assert.throws(() => thinMachO(fat.subarray(0, 300), 'arm64'), /damaged/);
  assert.throws(() => thinMachO(Buffer.from('PAR1 and no more'), 'x64'), /no Mach-O/);
});
