import { prepare } from '../harness/prepare.mjs';
import { faultCases } from './cases/all.ts';
import { outcomesOf } from './outcomeOf.ts';

/**
 * `npm run faults [-- WORD …] [--large]`: makes every broken input, runs the program on it and prints case, format, exit code and what it
 * said in both languages, to be read by a person. Words choose groups or cases; --large adds cells of 300 MB.
 */
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const large = process.argv.includes('--large');
if (process.env.DRIFTBOOK_BUILT !== '1') await prepare();
for (const [group, cases] of Object.entries(faultCases)) {
  for (const one of cases) {
    const title = `${group} · ${one.what} · ${one.format}`;
    if (words.length > 0 && !words.some((word) => title.includes(word))) continue;
    if (one.large && !large) {
      console.log(`\n${title}\n  left out: takes minutes, ask with --large`);
      continue;
    }
    const impossible = one.impossible?.() ?? null;
    if (impossible !== null) {
      console.log(`\n${title}\n  left out: ${impossible}`);
      continue;
    }
    const outcomes = await outcomesOf(one, ['en', 'zh-cn']);
    console.log(`\n${title}`);
    for (const { code, signal, message, ms } of outcomes) {
      const text = message === '' ? '(a report without remarks)' : message.replaceAll('\n', '\n             ');
      console.log(`  ${signal ?? code}  ${String(Math.round(ms)).padStart(5)} ms  ${text}`);
    }
  }
}
