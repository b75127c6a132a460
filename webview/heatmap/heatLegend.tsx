import type { VNode } from 'preact';
import { formatShare } from '../../src/core/format/share.ts';
import { columnsOf, driftOf } from '../../src/core/report/sectionOf.ts';
import { label, type Page, usePage } from '../report/pageContext.ts';
import { type HeatMeasure, shortMeasure } from './heatMeasure.ts';

/** What the colours, outlines and dots of the heatmap stand for under a measure. */
export function HeatLegend({ measure }: { readonly measure: HeatMeasure }): VNode {
  const page = usePage();
  const { report, words, text } = page;
  const limit = formatShare(driftOf(report).rule.effect, words.locale);
  const watched = columnsOf(report).some((column) => column.verdict === 'watch');
  const timed = report.time !== null;
  const [from, to] = ends(page, measure);
  return (
    <div class="legend">
      <span>
        {measure.is === 'missing' ? label(page, 'legendMissingChange') : measure.name}
        <span class="figure"> {from}</span>
        <span class="ramp" aria-hidden="true" />
        <span class="figure">{to}</span>
      </span>
      {measure.is !== 'moved' && <span>{label(page, noteOf(measure.is))}</span>}
      <span>
        <span class="swatch alert" aria-hidden="true" />{' '}
        {measure.is === 'missing' ? label(page, 'legendMissingAlert') : label(page, 'legendAlert', limit)}
      </span>
      {watched && (
        <span>
          <span class="swatch watch" aria-hidden="true" /> {text.verdicts.watch.word}
        </span>
      )}
      {timed ? <span>· {label(page, 'legendTooFew')}</span> : <span>{label(page, 'legendColour')}</span>}
      {timed && <span>{label(page, 'rangeHint')}</span>}
    </div>
  );
}

/** Values where the colour begins and where it is full. */
function ends(page: Page, measure: HeatMeasure): [string, string] {
  const { locale } = page.words;
  const { is, full } = measure;
  if (is === 'moved') return ['0', formatShare(driftOf(page.report).rule.effect * full, locale)];
  if (is === 'p') return ['1', `≤ ${shortMeasure(measure, full, locale)}`];
  if (is === 'missing') return ['0', label(page, 'legendPoints', String(full * 100))];
  return ['0', `≥ ${shortMeasure(measure, full, locale)}`];
}

function noteOf(is: HeatMeasure['is']): 'legendP' | 'legendMissingNote' | 'legendNoLimit' {
  return is === 'p' ? 'legendP' : is === 'missing' ? 'legendMissingNote' : 'legendNoLimit';
}
