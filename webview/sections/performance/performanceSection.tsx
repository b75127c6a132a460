import type { VNode } from 'preact';
import { resultOf } from '../../../src/core/report/sectionOf.ts';
import { SideBySide } from '../../common/sideBySide.tsx';
import { label, usePage } from '../../report/pageContext.ts';
import { Section } from '../../report/sectionFrame.tsx';
import { evaluationTextOf, navigation } from '../evaluationPage.ts';
import type { SectionViewProps } from '../sectionView.ts';
import { MeasureDetails } from './measureDetails.tsx';
import { measureKey } from './measureKey.ts';
import { MeasuresTable } from './measuresTable.tsx';

/** How good the predictions are: measures and their pictures; then what else there is of it, such as estimates, slices and groups. */
export function PerformanceSection({ number, children }: SectionViewProps): VNode | null {
  const page = usePage();
  const said = evaluationTextOf(page);
  const performance = resultOf(page.report, 'performance');
  if (said === null || performance === null) return null;
  const { measures } = performance;
  const wished = navigation(page).measure;
  const at = Math.max(
    0,
    measures.findIndex((row) => measureKey(row) === wished),
  );
  const row = measures[at];
  return (
    <Section id="performance" number={number} title={label(page, 'evPerformanceTitle')} say={said.performance}>
      {row !== undefined && (
        <SideBySide
          room={measures.some(({ change }) => change?.rowsNeeded != null) ? 830 : 740}
          first={<MeasuresTable measures={measures} texts={said.measures} chosen={measureKey(row)} />}
          second={<MeasureDetails performance={performance} row={row} text={said.measures[at]!} />}
        />
      )}
      {children}
    </Section>
  );
}
