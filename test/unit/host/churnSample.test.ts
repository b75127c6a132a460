import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repo } from '../../harness/repo.mjs';
import { churnSample } from '../../tools/churnSample.mjs';

test('the sample of predictions is what its script writes', () => {
  for (const [name, text] of Object.entries(churnSample())) {
    assert.equal(readFileSync(join(repo, 'media/sample', name), 'utf8'), text, name);
  }
});
