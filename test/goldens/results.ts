/** Outcome of one case. */
export interface CaseResult {
  readonly method: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped; remarks on a pass. */
  readonly remarks: readonly string[];
}

function groupBy<Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Per method: counts, then failures in full and skips by reason; last line the totals. */
export function summaryText(results: readonly CaseResult[]): string {
  const lines: string[] = [];
  for (const [method, cases] of groupBy(results, (r) => r.method)) {
    const count = (outcome: CaseResult['outcome']) => cases.filter((c) => c.outcome === outcome).length;
    const passed = count('passed');
    const failed = count('failed');
    const skipped = count('skipped');
    const reasons = [...new Set(cases.filter((c) => c.outcome === 'skipped').flatMap((c) => c.remarks))];
    const why = skipped > 0 ? ` (${reasons.join('; ')})` : '';
    lines.push(
      `${failed > 0 ? 'FAIL' : passed > 0 ? 'ok  ' : 'skip'} ${method}: ${passed} passed, ${failed} failed, ${skipped} skipped${why}`,
    );
    for (const c of cases.filter((r) => r.outcome === 'failed')) {
      lines.push(`       ${c.name}`, ...c.remarks.slice(0, 8).map((r) => `         ${r}`));
    }
    const notes = groupBy(
      cases.filter((c) => c.outcome === 'passed').flatMap((c) => c.remarks),
      (remark) => remark,
    );
    for (const [remark, times] of notes) lines.push(`       note (${times.length} cases): ${remark}`);
  }
  const total = (outcome: CaseResult['outcome']) => results.filter((r) => r.outcome === outcome).length;
  lines.push(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  return lines.join('\n');
}
