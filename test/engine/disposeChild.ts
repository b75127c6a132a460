import { WorkerClient } from '../../src/app/workerClient.ts';

/** Run as a process of its own by cancel.test.ts: disposes of the client in the middle of a query and says how the comparison ended. */
const [worker = '', reference = '', current = '', tempDirectory = ''] = process.argv.slice(2);
const client = new WorkerClient(worker);
let disposal: Promise<void> | undefined;
const ended = client
  .compare(
    {
      spec: { reference: { path: reference }, current: { path: current } },
      engine: { memoryLimitMb: 512, threads: 2, tempDirectory },
      version: '0.0.0',
    },
    {
      onProgress: ({ stage }) => {
        if (stage !== 'opening') disposal ??= client.dispose();
      },
    },
  )
  .then(
    () => 'finished',
    (error: Error) => error.name,
  );
console.log(await ended);
await disposal;
