import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { waitFor } from './waitFor.mjs';

function answers(port) {
  return new Promise((done) => {
    const request = get({ host: '127.0.0.1', port, path: '/' }, (response) => {
      response.resume();
      done(response.statusCode !== undefined && response.statusCode < 500);
    });
    request.on('error', () => done(false));
  });
}

/** Starts a server process, waits until it answers on `port`, and gives a way to stop it and all it started. */
export async function serverProcess(program, args, { port, env }) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  let ended = false;
  const keep = (data) => (output = (output + data).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const closed = new Promise((done) =>
    child.on('close', () => {
      ended = true;
      done();
    }),
  );
  const signal = (name) => {
    try {
      // The group: the server, its extension hosts and file watchers.
      process.kill(-child.pid, name);
    } catch {
      // Already gone.
    }
  };
  const stop = async () => {
    signal('SIGTERM');
    const late = setTimeout(() => signal('SIGKILL'), 5000);
    await closed;
    clearTimeout(late);
    signal('SIGKILL');
  };
  process.once('exit', () => signal('SIGKILL'));
  try {
    await waitFor(
      `the VS Code server on port ${port}`,
      () => {
        if (ended) throw new Error(output);
        return answers(port);
      },
      60_000,
    );
  } catch (error) {
    await stop();
    throw new Error(`${error.message}\n${output}`);
  }
  return { pid: child.pid, stop, output: () => output, closed };
}
