import type { ColumnMark } from '../../src/core/check/verdict.ts';
import { formatNumber } from '../../src/core/format/number.ts';
import { formatP } from '../../src/core/format/pValue.ts';
import { formatShare } from '../../src/core/format/share.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { ColumnText, ReportText, VerdictText } from '../../src/core/report/reportText.ts';
import { columnsOf, driftOf } from '../../src/core/report/sectionOf.ts';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import { driftMeasureTexts } from '../../src/core/sections/drift/words/driftMeasureTexts.ts';
import { pageLabelsEnglish } from '../../src/core/sections/pageLabelKeys.ts';
import { english } from '../unit/words/translators.ts';

const verdicts: Record<ColumnMark, VerdictText> = {
  alert: { glyph: '▲', word: 'alert' },
  watch: { glyph: '◐', word: 'watch' },
  ok: { glyph: '✓', word: 'ok' },
  cannot_tell: { glyph: '?', word: 'cannot tell' },
  not_tested: { glyph: '–', word: 'not tested' },
};

function columnText(report: Report, column: ColumnReport): ColumnText {
  const { glyph, word } = verdicts[column.verdict];
  const since = column.since === null ? '' : ` · since ${report.time?.chunks[column.since]?.name ?? ''}`;
  const median = [column.numeric?.reference.quantiles[4], column.numeric?.current.quantiles[4]].map((x) =>
    x === undefined ? '' : formatNumber(x, 'en'),
  );
  const top = column.categories?.values[0]?.value ?? '–';
  const moved = column.effect === null ? '–' : formatShare(column.effect, 'en');
  const calm = column.verdict === 'ok' ? ['Steady', '. A move of 5 % of rows would have been seen.'] : null;
  return {
    headline: calm
      ? [{ strong: calm[0]! }, calm[1]!]
      : [
          'Values are ',
          { strong: 'higher' },
          `: median ${median.join(' → ')}. About `,
          { strong: moved },
          ' of rows moved (limit 5\u202f%, q\u00a0<\u00a00.0001).',
        ],
    status: column.reason === null ? `${glyph} ${word}${since}` : `– not tested: ${column.reason}`,
    place: '',
    kind: column.role === 'score' ? 'score' : column.treatedAs === 'number' ? 'number' : (column.treatedAs ?? column.role),
    typical: column.numeric === null ? top : column.verdict === 'alert' ? median.join(' → ') : median[0]!,
    moved,
    missing: formatShare(column.missing.current.share, 'en'),
    q: column.q === null ? '–' : formatP(column.q, 'en'),
    role: `${column.role}: by its name`,
    spoken: `${column.name}: reference and current`,
  };
}

/** What the words engineer's module says of the sample, in its shape. */
export function sampleText(report: Report): ReportText {
  const first = driftOf(report).summary.suspects[0]?.column ?? '';
  return {
    locale: 'en',
    title: ['3 of 10 columns moved enough to matter; the first, ', { code: first }, ', in June.'],
    plainTitle: '3 of 10 columns moved',
    reference: [{ strong: 'reference.parquet' }, ' 50,000 rows, Jan – Oct 2018'],
    current: [{ strong: 'monitoring.parquet' }, ' 50,000 rows, Nov 2018 – Aug 2019'],
    chunking: report.time === null ? 'no chunks' : 'by month',
    profile: 'profile default',
    duration: 'computed in 0.9 s',
    schema: ['Same 12 columns on both sides. ', { strong: 'id' }, ' was recognised as an identifier and left out.'],
    drift: [
      'From ',
      { strong: 'June 2019' },
      ' on, ',
      { strong: '14 % of rows' },
      ' moved in ',
      { strong: 'repaid_loan_on_prev_car' },
      ', with ',
      { strong: 'car_value' },
      ' up by a quarter and ',
      { strong: 'debt_to_income_ratio' },
      ' more spread out. The other six columns are steady: a move of 5\u202f% of their rows would have been seen.',
    ],
    columnsIntro: ['All ten tested columns, with both distributions at a glance.'],
    notes: [
      {
        code: 'out_of_range',
        glyph: '◐',
        level: 'watch',
        text: [{ strong: 'car_value' }, ': 37 values above the reference maximum (58,431); not more than chance would give.'],
      },
      {
        code: 'time_gap',
        glyph: '–',
        level: 'info',
        text: [{ strong: 'timestamp' }, ': no gap longer than 3 h; the two files do not overlap in time.'],
      },
    ],
    columns: Object.fromEntries(columnsOf(report).map((column) => [column.name, columnText(report, column)])),
    chunkNames: report.time?.chunks.map((chunk) => chunk.name) ?? [],
    computed: [
      {
        term: 'Decision',
        text: [
          'A column is an ',
          { strong: 'alert' },
          ' when its test is significant (q ≤ 0.01) and more than ',
          { strong: '5 %' },
          ' of its rows moved.',
        ],
      },
      { term: 'Share of rows moved', text: ['Total variation distance on 30 bins of reference, corrected for noise.'] },
      {
        term: 'Family',
        text: ['10 columns decided together; the false-discovery rate over all of them is held at ', { strong: '1 %' }, '.'],
      },
    ],
    verdicts,
    evaluation: null,
    driftMeasures: driftMeasureTexts(english),
    labels: pageLabelsEnglish,
  };
}
