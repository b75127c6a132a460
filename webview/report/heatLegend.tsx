import type { VNode } from 'preact';
import { formatShare } from '../../src/core/format/share.ts';
import { fullColour } from './heatCells.ts';
import { label, usePage } from './pageContext.ts';

/** What the colours, outlines and dots of the heatmap stand for. */
export function HeatLegend(): VNode {
  const page = usePage();
  const limit = page.report.rule.effect;
  const { locale } = page.words;
  const watched = page.report.columns.some((column) => column.worst === 'watch');
  const timed = page.report.time !== null;
  return (
    <div class="legend">
      <span>
        {label(page, 'legendMoved')}
        <span class="figure"> 0</span>
        <span class="ramp" aria-hidden="true" />
        <span class="figure">{formatShare(limit * fullColour, locale)}</span>
      </span>
      <span>
        <span class="swatch alert" aria-hidden="true" /> {label(page, 'legendAlert', formatShare(limit, locale))}
      </span>
      {watched && (
        <span>
          <span class="swatch watch" aria-hidden="true" /> {page.text.verdicts.watch.word}
        </span>
      )}
      {timed ? <span>· {label(page, 'legendTooFew')}</span> : <span>{label(page, 'legendColour')}</span>}
    </div>
  );
}
