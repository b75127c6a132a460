import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Loaded before the program (NODE_OPTIONS): notes every attempt to reach a network or to start a program, and makes it fail. */
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
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) children[name] = () => note(name);
globalThis.fetch = () => note('fetch');
