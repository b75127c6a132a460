import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before the program (NODE_OPTIONS): notes every attempt to reach a network or to start a program, and makes it fail. The one process
 * that may be started is the engine, from the program's own bundle (DRIFTBOOK_ENGINE): it is noted, and watched in the same way.
 */
const require = createRequire(import.meta.url);
const note = (what) => {
  appendFileSync(process.env.DRIFTBOOK_ATTEMPTS, `${what}\n`);
  throw new Error(`attempted: ${what}`);
};
require('node:net').Socket.prototype.connect = () => note('connect');
require('node:net').Server.prototype.listen = () => note('listen');
require('node:dgram').Socket.prototype.send = () => note('send');
const dns = require('node:dns');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) dns[name] = dns.promises[name] = () => note(`dns ${name}`);
const children = require('node:child_process');
const { fork } = children;
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync']) children[name] = () => note(name);
children.fork = (path, args, options) => {
  const { DRIFTBOOK_ENGINE, DRIFTBOOK_ATTEMPTS } = process.env;
  if (path !== DRIFTBOOK_ENGINE || !args.every((arg) => /^\d+$/.test(arg)) || options.execPath !== undefined) return note('fork');
  appendFileSync(DRIFTBOOK_ATTEMPTS, 'engine\n');
  const execArgv = [...options.execArgv, `--import=${import.meta.url}`];
  // The engine's own process starts nothing: there no path is the engine's.
  return fork(path, args, { ...options, execArgv, env: { ...options.env, DRIFTBOOK_ATTEMPTS, DRIFTBOOK_WATCHED: '1' } });
};
if (process.env.DRIFTBOOK_WATCHED === '1') {
  appendFileSync(process.env.DRIFTBOOK_ATTEMPTS, `its ${isMainThread ? 'process' : 'thread'} watched\n`);
}
globalThis.fetch = () => note('fetch');
// Named imports of modules see it too.
syncBuiltinESMExports();
