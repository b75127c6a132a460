import { names } from './optionForms.ts';
import { choice, fields, flag, list, optional, text } from './shape.ts';

/** Formats that a run of a driftbook is told in. */
export const runFormats = ['text', 'junit', 'sarif', 'markdown', 'json', 'html'] as const;

/** How driftbooks are run and looked at: options of `driftbook run` and `driftbook runs`. */
export const bookOptions = fields({
  format: optional(choice(runFormats), {
    help: (t) => t('text (default), junit, sarif, markdown, json or html; html is written with --out'),
    option: { name: 'format', takes: 'NAME', group: 'book' },
    standard: 'text',
  }),
  out: optional(text(1_000_000, 1), {
    help: (t) => t('Write to a file for each driftbook in this folder instead; the text is printed all the same'),
    option: { name: 'out', takes: 'DIR', group: 'book' },
  }),
  cells: optional(list(text(1000, 1)), {
    help: (t) => t('Only these cells: by place (from 1), name or kind'),
    option: { name: 'cells', takes: 'A,B', form: names, group: 'book', only: 'run' },
  }),
  noHistory: optional(flag(), {
    help: (t) => t('Neither look at the runs before nor keep this one'),
    option: { name: 'no-history', group: 'book', only: 'run' },
  }),
  failOn: optional(choice(['warning', 'critical', 'never']), {
    help: (t) => t('What exits 1: warning (default), critical, or never'),
    option: { name: 'fail-on', takes: 'SEVERITY', group: 'book' },
    standard: 'warning',
  }),
  trend: optional(text(1_000_000, 1), {
    help: (t) => t('The course of a measure, such as mae, psi:price or ndcg@10'),
    option: { name: 'trend', takes: 'MEASURE', group: 'trend', only: 'runs' },
  }),
});
