import type { Rule, RuleProblem } from '../spec/shape.ts';
import type { CheckPart } from './checkShape.ts';
import { limitBase } from './limitBase.ts';

const fixed = ['min', 'max', 'equals'] as const;
const relative = ['max_drop', 'max_rise', 'max_ratio'] as const;
const allParts: readonly CheckPart[] = ['columns', 'slices', 'chunks', 'by'];

/** What a check cannot ask together, and what its kind of cell has not. `ofColumns`: the measures that columns have; null: any may. */
export function checkRule(ofColumns: ReadonlySet<string> | null, parts: readonly CheckPart[]): Rule {
  return (check) => {
    const has = (key: string): boolean => Object.hasOwn(check, key);
    const problems: RuleProblem[] = [];
    for (const part of allParts) if (has(part) && !parts.includes(part)) problems.push({ path: [part], code: 'unfit', allowed: parts });
    if (has('columns') && parts.includes('columns') && ofColumns !== null && !ofColumns.has(String(check.measure)))
      problems.push({ path: ['columns'], code: 'unfit', allowed: parts.filter((part) => part !== 'columns') });
    return [...problems, ...boundProblems(check), ...dayProblems(check)];
  };
}

function boundProblems(check: Readonly<Record<string, unknown>>): RuleProblem[] {
  const has = (key: string): boolean => Object.hasOwn(check, key);
  const dynamic = typeof check.to === 'string' ? limitBase(check.to).kind : null;
  const bounded = [...fixed, ...relative].some(has);
  // Kept runs give a limit of their own.
  if (!bounded && dynamic !== 'percentile' && dynamic !== 'band') return [{ path: [], code: 'someOf', allowed: [...fixed, ...relative] }];
  const problems: RuleProblem[] = [];
  const together = (key: string, other: string): void => void problems.push({ path: [key], code: 'together', allowed: [other] });
  if (has('equals')) for (const key of ['min', 'max']) if (has(key)) together('equals', key);
  if (Number(check.min) > Number(check.max)) problems.push({ path: [], code: 'bounds' });
  if (dynamic === 'band') for (const key of relative) if (has(key)) together(key, 'to');
  // A fixed bound is held against nothing.
  if (dynamic === 'reference' || dynamic === 'previous')
    if (!relative.some(has)) problems.push({ path: ['to'], code: 'together', allowed: fixed.filter(has) });
  return problems;
}

/** 30 February is written as a day is, and is none. */
function dayProblems({ mute }: Readonly<Record<string, unknown>>): RuleProblem[] {
  const until = (mute as { until?: string } | undefined)?.until;
  if (until === undefined || new Date(`${until}T00:00:00Z`).toISOString().startsWith(until)) return [];
  return [{ path: ['mute', 'until'], code: 'written', allowed: ['2026-12-31'] }];
}
