import { type ReportFileFormat, reportFormats } from '../render/registry.ts';
import type { ReportFormat } from '../render/reportFormat.ts';
import { aNumber } from './optionForms.ts';
import { choice, fields, flag, type Optional, optional, text, whole } from './shape.ts';

/** A file that the report is written to as well: an option called like its format. */
function file(format: ReportFileFormat): Optional<string> {
  const { help, only }: ReportFormat = reportFormats[format];
  return optional(text(), {
    help,
    option: { name: format, takes: 'FILE', group: only === undefined ? 'output' : 'looked', ...(only === undefined ? {} : { only }) },
  });
}

const formats = Object.keys(reportFormats) as ReportFileFormat[];
const files = Object.fromEntries(formats.map((format) => [format, file(format)])) as {
  readonly [Format in ReportFileFormat]: Optional<string>;
};

/** How a comparison is run and shown, whatever it compares: options of the command line, and settings of the machine and the window. */
export const runOptions = fields({
  reference: optional(text(), { option: { name: 'reference', takes: 'REFERENCE', group: 'none', only: 'evaluate' } }),
  format: optional(choice(['text', 'json', 'markdown']), {
    help: (t) => t('text (default), json or markdown, on standard output'),
    option: { name: 'format', takes: 'NAME', group: 'output' },
    standard: 'text',
  }),
  files: optional(fields(files)),
  language: optional(choice(['en', 'zh-cn']), {
    help: (t) => t('en or zh-cn; else the language of the terminal'),
    option: { name: 'lang', takes: 'LANGUAGE', group: 'output' },
  }),
  failOn: optional(choice(['warning', 'critical', 'never']), {
    help: (t) => t('What exits 1: warning (default), critical, or never'),
    option: { name: 'fail-on', takes: 'SEVERITY', group: 'output' },
    standard: 'warning',
  }),
  quiet: optional(flag(), {
    help: (t) => t('Print nothing but errors; the exit code tells'),
    option: { name: 'quiet', group: 'output' },
  }),
  plain: optional(flag(), { help: (t) => t('No colours'), option: { name: 'no-color', group: 'output' } }),
  colours: optional(choice(['default', 'colourBlind']), {
    about: 'Colours of the verdicts in reports.',
    setting: { name: 'colours', order: 6, scope: 'window' },
    standard: 'default',
  }),
  out: optional(text(1_000_000, 1), {
    help: (t) => t('The file to write; else one beside you, called like the data'),
    option: { name: 'out', takes: 'FILE', group: 'init', only: 'init' },
  }),
  force: optional(flag(), {
    help: (t) => t('Write over a file that is there'),
    option: { name: 'force', group: 'init', only: 'init' },
  }),
  help: optional(flag(), { option: { name: 'help', group: 'none' } }),
  version: optional(flag(), { option: { name: 'version', group: 'none' } }),
  memoryLimitMb: optional(whole(64), {
    help: (t) => t("Memory the comparison may use (default 1024; at most 80 % of the machine's)"),
    option: { name: 'memory', takes: 'MB', form: aNumber, group: 'run' },
    setting: { name: 'memoryLimitMb', order: 8, scope: 'machine', shape: whole(128, 1_048_576), clamped: true },
    standard: 1024,
  }),
  cacheLimitMb: optional(whole(0, 1_048_576), {
    about: 'Disk space for large text files that were read before.',
    setting: { name: 'cacheLimitMb', order: 9, scope: 'machine', clamped: true },
    standard: 2048,
  }),
  threads: optional(whole(1), {
    help: (t) => t('Threads (default: one a processor, at most 8; never more than processors)'),
    option: { name: 'threads', takes: 'N', form: aNumber, group: 'run' },
    setting: { name: 'threads', order: 10, scope: 'machine', shape: whole(0, 256), silent: 0, clamped: true },
  }),
});
