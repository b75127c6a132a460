import type { VNode } from 'preact';
import type { MeasureText } from '../../../src/core/report/evaluationText.ts';
import type { PageLabelKey } from '../../../src/core/sections/pageLabelKeys.ts';
import type { MeasureRow, PerformanceResult } from '../../../src/core/sections/performance/result.ts';
import { Rich } from '../../common/richView.tsx';
import { Tabs } from '../../common/tabs.tsx';
import { VerdictMark } from '../../common/verdictMark.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { go, navigation } from '../evaluationPage.ts';
import { PerformanceView } from './performanceView.tsx';

export type PerformanceViewName =
  | 'time'
  | 'roc'
  | 'precisionRecall'
  | 'lift'
  | 'reliability'
  | 'threshold'
  | 'confusion'
  | 'classes'
  | 'errors'
  | 'byPrediction'
  | 'byDecile';

const viewLabels: Readonly<Record<PerformanceViewName, PageLabelKey>> = {
  time: 'tabTime',
  roc: 'evTabRoc',
  precisionRecall: 'evTabPrecisionRecall',
  lift: 'evTabLift',
  reliability: 'evTabReliability',
  threshold: 'evTabThreshold',
  confusion: 'evTabConfusion',
  classes: 'evTabByClass',
  errors: 'evTabErrors',
  byPrediction: 'evTabByPrediction',
  byDecile: 'evTabByDecile',
};

/** The views there is something to show in, in the order of the tabs. */
function viewsOf(performance: PerformanceResult, row: MeasureRow, timed: boolean): PerformanceViewName[] {
  const views: PerformanceViewName[] = [];
  if (timed && row.chunks.length > 0) views.push('time');
  if (performance.curves !== null) {
    views.push('roc', 'precisionRecall', 'lift');
    if (performance.curves.current.reliability.some((bin) => bin.n > 0)) views.push('reliability');
    views.push('threshold');
  }
  if (performance.confusion !== null) views.push('confusion');
  if (performance.byClass.length > 0) views.push('classes');
  if (performance.residuals !== null) views.push('errors', 'byPrediction', 'byDecile');
  return views;
}

interface MeasureDetailsProps {
  readonly performance: PerformanceResult;
  readonly row: MeasureRow;
  readonly text: MeasureText;
}

/** What is said of the chosen measure, and the pictures of the performance in tabs. */
export function MeasureDetails({ performance, row, text }: MeasureDetailsProps): VNode {
  const page = usePage();
  const views = viewsOf(performance, row, page.report.time !== null);
  const chosen = views.find((view) => view === navigation(page).view) ?? views[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region inside a section, named after its measure
    <div class="details" role="region" aria-label={label(page, 'details', text.name)}>
      <div class="details-head">
        <h3>{text.name}</h3>
        <VerdictMark verdict={row.verdict} glyph={text.glyph} word={text.word} />
      </div>
      <div class="headline" aria-live="polite">
        <p>
          <Rich text={text.sentence} />
        </p>
        <p class="muted">{text.about}</p>
      </div>
      {chosen !== undefined && (
        <Tabs
          group="performance"
          label={label(page, 'evPerformanceTabs')}
          tabs={views.map((view) => ({ id: view, text: label(page, viewLabels[view]) }))}
          chosen={chosen}
          onChoose={(view) => go(page, { view })}
        >
          <PerformanceView view={chosen} performance={performance} row={row} text={text} />
        </Tabs>
      )}
    </div>
  );
}
