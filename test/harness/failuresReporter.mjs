import { writeFileSync } from 'node:fs';

/** The message of an error and of what caused it: the runner wraps each failure once. */
function reason(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause?.message ?? cause)
    .split('\n')
    .slice(0, 25)
    .join('\n');
}

/** Reporter for node's test runner: prints failures, and what was left out with its reason, and writes the counts to the file named in DRIFTBOOK_COUNT. */
// biome-ignore lint/style/noDefaultExport: the runner asks for one
export default async function* failuresReporter(source) {
  const totals = {};
  for await (const { type, data } of source) {
    // A suite fails of its tests, which are printed themselves.
    if (type === 'test:fail' && data.details?.error?.failureType !== 'subtestsFailed') {
      yield `  ✗ ${data.name}${data.file ? `  (${data.file}:${data.line ?? 0})` : ''}\n${reason(data.details?.error)}\n`;
    }
    if (type === 'test:pass' && data.skip !== undefined)
      yield `  – ${data.name}: left out, ${data.skip === true ? 'no reason given' : data.skip}\n`;
    if (type === 'test:stderr' && process.env.DRIFTBOOK_VERBOSE) yield data.message;
    const total = type === 'test:diagnostic' ? /^(pass|fail|cancelled|skipped|todo) (\d+)$/.exec(data.message) : null;
    if (total) totals[total[1]] = Number(total[2]);
  }
  const { pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0 } = totals;
  writeFileSync(process.env.DRIFTBOOK_COUNT, JSON.stringify({ passed: pass, failed: fail + cancelled, skipped: skipped + todo }));
}
