import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MessageChannel } from 'node:worker_threads';
import { DataError } from '../../../src/core/data/dataError.ts';
import type { Channel } from '../../../src/shared/channel.ts';
import { RemoteError } from '../../../src/shared/remoteError.ts';
import { Rpc, type RpcOptions } from '../../../src/shared/rpc.ts';
import { reviveError } from '../../../src/worker/reviveError.ts';

/** What the answering end of these tests can do. */
interface Served {
  add: { params: { a: number; b: number }; result: number; progress: never };
  work: { params: null; result: string; progress: number };
}

type Nothing = Record<never, never>;

interface Pair {
  readonly asking: Rpc<Nothing, Served>;
  readonly answering: Rpc<Served, Nothing>;
  /** Every message on the way to the answering end. */
  readonly sent: { rpc: string; id: number }[];
  /** Puts a message into the asking end, as another sender on the same port would. */
  readonly inject: (message: unknown) => void;
}

/** Two ends joined in memory; messages arrive in a later turn, cloned as a worker's port clones them. */
function pair(options: RpcOptions = {}, answers: RpcOptions = {}): Pair {
  const sent: { rpc: string; id: number }[] = [];
  const listeners = { asking: new Set<(message: unknown) => void>(), answering: new Set<(message: unknown) => void>() };
  const end = (here: keyof typeof listeners, there: keyof typeof listeners): Channel => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      if (there === 'answering') sent.push(copy as { rpc: string; id: number });
      queueMicrotask(() => {
        for (const listener of listeners[there]) listener(copy);
      });
    },
    onMessage: (listener) => {
      listeners[here].add(listener);
      return () => listeners[here].delete(listener);
    },
  });
  return {
    asking: new Rpc<Nothing, Served>(end('asking', 'answering'), options),
    answering: new Rpc<Served, Nothing>(end('answering', 'asking'), answers),
    sent,
    inject: (message) => {
      for (const listener of listeners.asking) listener(message);
    },
  };
}

const named = (name: string) => (error: unknown) => error instanceof Error && error.name === name;

test('requests answered out of order reach their own callers', async () => {
  const { asking, answering } = pair();
  const waiting: (() => void)[] = [];
  answering.handle('add', ({ a, b }) => new Promise((resolve) => waiting.push(() => resolve(a + b))));
  const first = asking.request('add', { a: 1, b: 2 });
  const second = asking.request('add', { a: 10, b: 20 });
  assert.equal(asking.pending, 2);
  await new Promise((next) => setImmediate(next));
  for (const answer of waiting.reverse()) answer();
  assert.deepEqual(await Promise.all([first, second]), [3, 30]);
  assert.equal(asking.pending, 0);
});

test('NaN, infinities and bigint survive a channel that clones', async () => {
  const { asking, answering } = pair();
  answering.handle('add', async ({ a, b }) => a + b);
  assert.ok(Number.isNaN(await asking.request('add', { a: Number.POSITIVE_INFINITY, b: Number.NEGATIVE_INFINITY })));
});

test('progress comes in order, before the result, and never after it', async () => {
  const { asking, answering } = pair();
  let late: ((value: number) => void) | undefined;
  answering.handle('work', async (_params, { progress }) => {
    late = progress;
    for (const value of [1, 2, 3]) progress(value);
    return 'done';
  });
  const seen: number[] = [];
  assert.equal(await asking.request('work', null, { onProgress: (value) => seen.push(value) }), 'done');
  assert.deepEqual(seen, [1, 2, 3]);
  late?.(4);
  await new Promise((next) => setImmediate(next));
  assert.deepEqual(seen, [1, 2, 3]);
});

test('a failing handler rejects with name, message, code and details', async () => {
  const { asking, answering } = pair();
  answering.handle('work', () => Promise.reject(new DataError('ragged_rows', { file: 'a.csv', line: 7 })));
  const error = await asking.request('work', null).catch((reason: unknown) => reason);
  assert.ok(error instanceof RemoteError);
  assert.deepEqual([error.name, error.code, error.details], ['DataError', 'ragged_rows', { file: 'a.csv', line: 7 }]);
  assert.match(error.stack ?? '', /rpc\.test/, 'the stack of the other end');
});

test('a DataError is one again where the caller knows the class', async () => {
  const { asking, answering } = pair({ reviveError });
  answering.handle('work', () => Promise.reject(new DataError('empty_file', { side: 'current' })));
  await assert.rejects(asking.request('work', null), (error) => {
    assert.ok(error instanceof DataError);
    assert.deepEqual([error.code, error.details], ['empty_file', { side: 'current' }]);
    return true;
  });
});

test('a handler that throws at once, and what is thrown that is no Error, reject too', async () => {
  const { asking, answering } = pair();
  answering.handle('work', () => {
    throw 'just a text';
  });
  await assert.rejects(asking.request('work', null), { name: 'Error', message: 'just a text' });
});

test('an unknown method is refused by name', async () => {
  const { asking } = pair();
  await assert.rejects(asking.request('add', { a: 1, b: 1 }), { message: 'Unknown method: add' });
});

test('cancel reaches the handler; the caller hears of it once the handler has stopped', async () => {
  const { asking, answering, sent } = pair();
  const steps: string[] = [];
  let stop = (): void => {};
  const aborted = new Promise<void>((heard) => {
    answering.handle(
      'work',
      (_params, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            stop = () => {
              steps.push('stopped');
              // What an interrupted query says for itself.
              reject(new Error('INTERRUPT'));
            };
            heard();
          });
        }),
    );
  });
  const controller = new AbortController();
  const task = asking.request('work', null, { signal: controller.signal });
  const rejected = assert.rejects(task, named('AbortError')).then(() => steps.push('rejected'));
  await new Promise((next) => setImmediate(next));
  controller.abort();
  await aborted;
  assert.deepEqual(steps, [], 'the handler still tidies up');
  stop();
  await rejected;
  assert.deepEqual(steps, ['stopped', 'rejected']);
  assert.deepEqual(
    sent.map(({ rpc }) => rpc),
    ['request', 'cancel'],
  );
});

test('a signal that aborted before sends nothing; one that aborts after the end changes nothing', async () => {
  const { asking, answering, sent } = pair();
  answering.handle('add', async ({ a, b }) => a + b);
  await assert.rejects(asking.request('add', { a: 1, b: 1 }, { signal: AbortSignal.abort() }), named('AbortError'));
  assert.equal(sent.length, 0);
  const controller = new AbortController();
  assert.equal(await asking.request('add', { a: 1, b: 1 }, { signal: controller.signal }), 2);
  controller.abort();
  assert.equal(sent.length, 1, 'no cancel for a finished request');
});

test('cancelling one request leaves the others alone', async () => {
  const { asking, answering } = pair();
  const finish: (() => void)[] = [];
  answering.handle(
    'work',
    (_params, { signal }) =>
      new Promise((resolve, reject) => {
        finish.push(() => resolve('done'));
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      }),
  );
  const controller = new AbortController();
  const cancelled = assert.rejects(asking.request('work', null, { signal: controller.signal }), named('AbortError'));
  const other = asking.request('work', null);
  await new Promise((next) => setImmediate(next));
  controller.abort();
  await cancelled;
  finish[1]?.();
  assert.equal(await other, 'done');
});

test('dispose rejects what is pending, aborts what runs, and refuses what comes later', async () => {
  const { asking, answering } = pair();
  const running = new Promise<AbortSignal>((started) => {
    answering.handle('work', (_params, { signal }) => {
      started(signal);
      return new Promise(() => {});
    });
  });
  const task = assert.rejects(asking.request('work', null), { message: 'the worker died' });
  const signal = await running;
  asking.dispose(new Error('the worker died'));
  await task;
  await assert.rejects(asking.request('work', null), { message: 'the worker died' });
  assert.equal(signal.aborted, false, 'the other end has not been told');
  answering.dispose();
  assert.equal(signal.aborted, true);
});

test('foreign messages and answers to nothing are passed over', async () => {
  const { asking, answering, inject } = pair();
  answering.handle('add', async ({ a, b }) => a + b);
  for (const message of [null, 7, 'result', {}, { rpc: 'result' }, { rpc: 'result', id: 99, result: 1 }, { rpc: 'nonsense', id: 1 }])
    inject(message);
  assert.equal(await asking.request('add', { a: 2, b: 2 }), 4);
});

test('over a real port, a result that cannot be cloned rejects instead of leaving the caller waiting', async () => {
  const { port1, port2 } = new MessageChannel();
  const over = (port: typeof port1): Channel => ({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', listener);
      return () => port.off('message', listener);
    },
  });
  const asking = new Rpc<Nothing, Served>(over(port1));
  const answering = new Rpc<Served, Nothing>(over(port2));
  answering.handle('work', async () => (() => {}) as unknown as string);
  try {
    await assert.rejects(asking.request('work', null), named('DataCloneError'));
    await assert.rejects(asking.request('work', (() => {}) as unknown as null), named('DataCloneError'));
    assert.equal(asking.pending, 0);
  } finally {
    port1.close();
  }
});

test('an end that says what may be told of a failure tells no more: of a handler, of a method there is none of, of an answer that cannot travel', async () => {
  const told: unknown[] = [];
  const bare = { name: 'Error', message: 'It failed.', code: null, details: null, stack: null };
  const { asking, answering } = pair(
    {
      reviveError: (data) => {
        assert.deepEqual(data, bare);
        return new Error(data.message);
      },
    },
    {
      tellError: (error) => {
        told.push(error);
        return bare;
      },
    },
  );
  answering.handle('add', async () => {
    throw Object.assign(new Error('/home/someone/secret'), { details: { file: '/etc/passwd' } });
  });
  await assert.rejects(asking.request('add', { a: 1, b: 2 }), /^Error: It failed\.$/);
  await assert.rejects(asking.request('work', null), /^Error: It failed\.$/);
  answering.handle('work', async () => (() => {}) as never);
  await assert.rejects(asking.request('work', null), /^Error: It failed\.$/);
  assert.equal(told.length, 3);
});
