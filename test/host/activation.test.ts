import assert from 'node:assert/strict';
import { extension } from './extension.ts';
import { engineIsLoaded } from './loadedNative.ts';
import { closeReports, compareSample } from './sample.ts';

// First in the alphabet: nothing has been compared yet.
suite('activation', () => {
  test('loads no engine; the first comparison does', async function () {
    assert.equal(extension().isActive, false, 'nothing may activate the extension before it is used');
    const start = performance.now();
    await extension().activate();
    console.log(`activation took ${(performance.now() - start).toFixed(1)} ms`);
    if (engineIsLoaded() === null) this.skip();
    assert.equal(engineIsLoaded(), false);
    await compareSample();
    assert.equal(engineIsLoaded(), true, 'the look into the process must see the engine once it is there');
    await closeReports();
  });
});
