import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { plainSentence } from '../../src/host/window/plainSentence.ts';
import { cliPath } from '../cli/runCli.ts';
import { holdsLink } from '../harness/editorLinks.ts';
import { faultCases } from './cases/all.ts';
import { type Outcome, outcomesOf } from './outcomeOf.ts';

assert.ok(existsSync(cliPath), 'the program is built: npm run build');

/** Bytes that would steer a terminal, save line ends. */
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Some groups only: DRIFTBOOK_FAULTS=values,disk. */
const asked = process.env.DRIFTBOOK_FAULTS?.split(',') ?? Object.keys(faultCases);
const large = process.env.DRIFTBOOK_FAULTS_LARGE === '1';

/** What holds for every outcome: an end of its own, words, nothing of the program's inside. */
function sane({ code, signal, stdout, stderr, left }: Outcome): void {
  assert.deepEqual(left, [], 'no temporary file is left');
  assert.equal(signal, null, `ended by ${signal}`);
  assert.ok(code === 0 || code === 1 || code === 3, `exit ${code}\n${stderr}`);
  // The engine's process may be lost without harm, but no file may make it so.
  assert.doesNotMatch(stderr, /broke down|ended from outside|not in the data|^\s+at .*:\d+:\d+\)?$|node:internal|undefined|\[object/m);
  assert.doesNotMatch(stdout + stderr, unsafe);
  // The editor's window says the same sentences.
  assert.ok(!holdsLink(plainSentence(stderr)), stderr);
  if (code === 3) assert.match(stderr, /^driftbook: \S/);
}

for (const [group, cases] of Object.entries(faultCases)) {
  if (!asked.includes(group)) continue;
  describe(group, { concurrency: 2 }, () => {
    for (const one of cases) {
      const impossible = one.impossible?.() ?? null;
      const left = one.large && !large ? 'takes minutes: set DRIFTBOOK_FAULTS_LARGE=1' : impossible;
      test(`${one.what} · ${one.format}`, { skip: left ?? false }, async () => {
        // Remarks of reports in Chinese are checked by the unit tests of the words; refusals are run in both.
        const [english, chinese] = await outcomesOf(one, one.outcome === 'refused' ? ['en', 'zh-cn'] : ['en']);
        assert.ok(english);
        sane(english);
        const refused = english.code === 3;
        if (one.outcome !== 'either') assert.equal(refused ? 'refused' : 'read', one.outcome, english.message);
        if (one.says !== null && (refused || one.outcome === 'read')) assert.match(english.message, one.says);
        if (refused && one.names !== null) assert.ok(english.message.includes(one.names), english.message);
        // What is wrong, and what to do.
        if (refused && !one.what.startsWith('no room for --')) assert.match(english.message, /[.:)] [A-Z].*\.$|: JSON must be/s);
        if (chinese !== undefined) {
          sane(chinese);
          assert.equal(chinese.code, 3);
          assert.match(chinese.message, /\p{Script=Han}{2}/u);
          if (one.names !== null) assert.ok(chinese.message.includes(one.names), chinese.message);
        }
      });
    }
  });
}
