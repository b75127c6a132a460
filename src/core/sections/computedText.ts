import { formatCount } from '../format/count.ts';
import { formatDuration } from '../format/duration.ts';
import type { DatasetSummary, Report } from '../report/report.ts';
import type { ComputedText } from '../report/reportText.ts';
import type { RichText } from '../report/richText.ts';
import { resultOf } from '../report/sectionOf.ts';
import { bytesText } from '../words/bytesText.ts';
import { dataText } from '../words/dataText.ts';
import { type RichPart, rich } from '../words/rich.ts';
import type { Translate } from '../words/translate.ts';
import { ruleText } from './drift/words/ruleText.ts';

/** The rule with the numbers of this run: enough for a statistician to do it again. */
export function computedText(report: Report, t: Translate, locale: string): ComputedText[] {
  const drift = resultOf(report, 'drift');
  return [...(drift === null ? [] : ruleText(drift, report, t, locale)), ...runText(report, t, locale)];
}

/** What was read, when and by what. */
function runText(report: Report, t: Translate, locale: string): ComputedText[] {
  return [
    ...(report.datasets.reference === null ? [] : [{ term: t('Reference'), text: filesText(report.datasets.reference, t, locale) }]),
    { term: t('Current'), text: filesText(report.datasets.current, t, locale) },
    {
      term: t('Run'),
      text: rich(
        t,
        'Driftbook {0}, {1}, in {2}. Nothing here is drawn at random: the same files and settings give the same verdicts.',
        report.run.tool.version,
        report.run.createdAt.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC'),
        formatDuration(report.run.durationMs, locale),
      ),
    },
  ];
}

function filesText(dataset: DatasetSummary, t: Translate, locale: string): RichText {
  const bytes = bytesText(
    dataset.files.reduce((sum, file) => sum + file.bytes, 0),
    locale,
  );
  const parts: RichPart[] = [
    { strong: dataText(dataset.path, 120) },
    dataset.format,
    bytes,
    formatCount(dataset.rows, locale),
    formatCount(dataset.columns, locale),
    formatCount(dataset.files.length, locale),
  ];
  return dataset.files.length === 1
    ? rich(t, '{0}: {1}, {2}, {3} rows × {4} columns.', ...parts)
    : rich(t, '{0}: {5} files, {1}, {2}, {3} rows × {4} columns.', ...parts);
}
