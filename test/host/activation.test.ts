import assert from 'node:assert/strict';
import { engineProcesses } from '../harness/engineProcesses.ts';
import { duckdbIsLoaded } from '../harness/loadedNative.ts';
import { extension } from './extension.ts';
import { closeReports, compareSample } from './sample.ts';

// First in the alphabet: nothing has been compared yet.
suite('activation', () => {
  test('starts no engine; the first comparison does, in a process of its own', async function () {
    assert.equal(extension().isActive, false, 'nothing may activate the extension before it is used');
    const start = performance.now();
    await extension().activate();
    console.log(`activation took ${(performance.now() - start).toFixed(1)} ms`);
    if (duckdbIsLoaded() === null) this.skip();
    assert.deepEqual(engineProcesses(), []);
    await compareSample();
    const engines = engineProcesses() ?? [];
    assert.equal(engines.length, 1);
    assert.equal(duckdbIsLoaded(engines[0]), true, 'the look into a process must see the engine where it is');
    assert.equal(duckdbIsLoaded(), false, 'native code never comes into the host');
    await closeReports();
  });
});
