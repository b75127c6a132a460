import type { Role } from '../spec/spec.ts';

/** Names that hint at a role. Words are split at case changes, digits' edges, `_`, `-`, `.` and blanks. */
const hints: readonly { readonly role: Role; readonly whole?: RegExp; readonly last?: RegExp }[] = [
  {
    role: 'id',
    last: /^(id|ids|uuid|guid|key|hash|identifier|rowid|uid|pk)$/,
    whole: /^(index|row|row ?number|row ?no|unnamed(: ?| )0|instant|record|level 0)$/,
  },
  { role: 'score', whole: /^(y )?(pred(icted)?|prediction)? ?(proba?(bility|bilities)?|scores?)( .*)?$|^p (yes|churn|default|1|true)$/ },
  { role: 'prediction', whole: /^(y )?(pred(ict(ed|ion))?|yhat|y hat|predicted label|pred label|model output)$/ },
  { role: 'target', whole: /^(y|y true|target|label|labels|class|outcome|ground truth|actual)$/ },
  { role: 'timestamp', last: /^(time|timestamp|datetime|date|ts|day|at|dt)$/, whole: /^(dteday|time ?stamp.*|date.*|datetime.*)$/ },
];

/** Splits a column name into lower-case words: `event_time`, `eventTime`, `event-time` → `event time`. */
export function nameWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The role that a name hints at, with the part that says so; null without a hint. */
export function nameHint(name: string, role: Role): string | null {
  const words = nameWords(name);
  const last = words.split(' ').at(-1) ?? '';
  for (const hint of hints) {
    if (hint.role !== role) continue;
    if (hint.whole?.test(words)) return words;
    if (hint.last?.test(last)) return last;
  }
  return null;
}
