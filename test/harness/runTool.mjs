import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';

/**
 * Runs a program to its end and returns its output; rejects with the last lines of it when it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, path?: string}} [options] `path` goes before PATH
 * @returns {Promise<string>}
 */
export function runTool(program, args, { cwd, env, path } = {}) {
  const environment = { ...process.env, ...env };
  if (path) environment.PATH = `${path}${delimiter}${environment.PATH ?? ''}`;
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows.
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', (error) => fail(new Error(`${program} could not be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) return done(output);
      fail(
        Object.assign(new Error(`${program} ${args.join(' ')} ended with ${code}\n${output.split('\n').slice(-25).join('\n')}`), {
          code,
          output,
        }),
      );
    });
  });
}
