import { formatCount } from '../../../format/count.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { blocksOf, columnsOf, driftOf } from '../../../report/sectionOf.ts';
import { rich } from '../../../words/rich.ts';
import { cellsText } from '../../../words/seasonCells.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';

/** Before the table of columns: how many there are, and which rows go together in the test. */
export function columnsIntro(report: Report, t: Translate, locale: string): RichText {
  const { tested } = driftOf(report).summary;
  const pending = columnsOf(report).filter((column) => column.reason === 'pending').length;
  if (tested === 0 && pending > 0) return rich(t, 'No column is tested yet.');
  const rest = columnsOf(report).length - tested - pending;
  const head =
    tested === 0
      ? rich(t, 'No column was tested; the reasons stand in the list.')
      : tested === 1
        ? rich(t, '1 column was tested.')
        : rich(t, '{0} columns were tested.', formatCount(tested, locale));
  const left =
    rest === 0 || tested === 0
      ? []
      : rest === 1
        ? rich(t, '1 column was not tested.')
        : rich(t, '{0} columns were not tested.', formatCount(rest, locale));
  return sentences(locale, [head, left, blocksSentence(report, t), likeSentence(report, t, locale)]);
}

function blocksSentence(report: Report, t: Translate): RichText {
  const blocks = blocksOf(report);
  if (blocks === null || !blocks.enough) return [];
  switch (blocks.by) {
    case 'day':
      return rich(t, 'Rows of one day may belong together, so the test measures a move by how days of the reference differ.');
    case 'hour':
      return rich(t, 'Rows of one hour may belong together, so the test measures a move by how hours of the reference differ.');
    case 'group':
      return rich(t, 'Rows of one group may belong together, so the test measures a move by how groups of the reference differ.');
  }
}

/** Of which part of the calendar the typical values are. */
function likeSentence(report: Report, t: Translate, locale: string): RichText {
  const { season } = report;
  if (season === null || !columnsOf(report).some(({ like }) => like !== null)) return [];
  return rich(t, 'Medians and shares are like for like: of {0}, which both sides hold.', cellsText(season.by, season.common, t, locale));
}
