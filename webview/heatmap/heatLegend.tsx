import type { VNode } from 'preact';
import { formatShare } from '../../src/core/format/share.ts';
import { columnsOf, driftOf } from '../../src/core/report/sectionOf.ts';
import { label, type Page, usePage } from '../report/pageContext.ts';
import { fullColour, fullColourAt, type HeatMeasure, measureLabels, shortMeasure } from './heatMeasure.ts';

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
        {label(page, measure === 'missing' ? 'legendMissingChange' : measureLabels[measure])}
        <span class="figure"> {from}</span>
        <span class="ramp" aria-hidden="true" />
        <span class="figure">{to}</span>
      </span>
      {measure !== 'moved' && <span>{label(page, noteOf(measure))}</span>}
      <span>
        <span class="swatch alert" aria-hidden="true" />{' '}
        {measure === 'missing' ? label(page, 'legendMissingAlert') : label(page, 'legendAlert', limit)}
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
  if (measure === 'moved') return ['0', formatShare(driftOf(page.report).rule.effect * fullColour, locale)];
  if (measure === 'p') return ['1', `≤ ${shortMeasure('p', fullColourAt.p, locale)}`];
  if (measure === 'missing') return ['0', label(page, 'legendPoints', String(fullColourAt.missing * 100))];
  return ['0', `≥ ${shortMeasure(measure, fullColourAt[measure], locale)}`];
}

function noteOf(measure: Exclude<HeatMeasure, 'moved'>): 'legendP' | 'legendMissingNote' | 'legendNoLimit' {
  return measure === 'p' ? 'legendP' : measure === 'missing' ? 'legendMissingNote' : 'legendNoLimit';
}
