import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../../src/core/format/number.ts';
import { formatShare } from '../../../src/core/format/share.ts';
import { conditionKey } from '../../../src/core/report/conditionKey.ts';
import type { SliceText } from '../../../src/core/report/evaluationText.ts';
import { resultOf } from '../../../src/core/report/sectionOf.ts';
import { dotsChart } from '../../../src/core/sections/slices/charts/dotsChart.ts';
import type { SliceRow, Slices } from '../../../src/core/sections/slices/result.ts';
import { BlockHead } from '../../common/blockHead.tsx';
import { Dropdown } from '../../common/controls.ts';
import { lossName } from '../../common/lossName.ts';
import { Rich } from '../../common/richView.tsx';
import { ChartWithTable } from '../../report/chartWithTable.tsx';
import { label, type Page, usePage } from '../../report/pageContext.ts';
import { evaluationTextOf, go, navigation } from '../evaluationPage.ts';

/** Where the model is worst, where it fell most, and the error in every group of a column. */
export function SlicesBlock(): VNode | null {
  const page = usePage();
  const said = evaluationTextOf(page);
  const slices = resultOf(page.report, 'slices');
  if (said === null || slices === null) return null;
  return (
    <div class="block">
      <BlockHead title={label(page, 'evSlicesTitle')} say={said.slices} />
      <div class="blocks">
        <SliceDots title={label(page, 'evWorst')} rows={slices.worst} texts={said.worst} slices={slices} />
        <SliceDots title={label(page, 'evFallen')} rows={slices.fallen} texts={said.fallen} slices={slices} />
        {slices.bySegment.length > 0 && <BySegment slices={slices} conditions={said.conditions} />}
      </div>
    </div>
  );
}

interface SliceDotsProps {
  readonly title: string;
  readonly rows: readonly SliceRow[];
  readonly texts: readonly SliceText[];
  readonly slices: Slices;
}

function SliceDots({ title, rows, texts, slices }: SliceDotsProps): VNode | null {
  const page = usePage();
  const chart = useMemo(
    () =>
      chartOf(
        page,
        slices,
        title,
        label(page, 'evSlice'),
        rows.map((row, i) => ({ ...row, name: texts[i]?.name ?? '' })),
      ),
    [page.words, slices, rows, texts, title],
  );
  if (rows.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ChartWithTable chart={chart} name="slices" />
      <ul class="notes">
        {texts.map((text) => (
          <li key={text.name} class="plain">
            <Rich text={text.sentence} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BySegment({ slices, conditions }: { readonly slices: Slices; readonly conditions: Readonly<Record<string, string>> }): VNode {
  const page = usePage();
  const segments = slices.bySegment;
  const chosen = segments.find((segment) => segment.column === navigation(page).segment) ?? segments[0]!;
  const title = label(page, 'evBySegment', lossName(page, slices.measure), chosen.column);
  const chart = useMemo(
    () =>
      chartOf(
        page,
        slices,
        title,
        chosen.column,
        chosen.rows.map((row) => ({ ...row, name: conditions[conditionKey(row.condition)] ?? '' })),
      ),
    [page.words, slices, chosen, title, conditions],
  );
  return (
    <div>
      <h4>{label(page, 'evEveryGroup')}</h4>
      {segments.length > 1 && (
        <Dropdown
          label={label(page, 'evSegmentColumn')}
          value={chosen.column}
          options={segments.map(({ column }) => ({ value: column, text: column }))}
          onChange={(segment) => go(page, { segment })}
        />
      )}
      <ChartWithTable chart={chart} name={`slices-${chosen.column}`} />
    </div>
  );
}

function chartOf(page: Page, slices: Slices, title: string, head: string, dots: Parameters<typeof dotsChart>[0]['dots']) {
  const share = slices.measure === 'error_rate';
  const { locale } = page.words;
  const number = (value: number): string => (share ? formatShare(value, locale) : formatNumber(value, locale));
  return dotsChart(
    {
      dots,
      title,
      head,
      measure: lossName(page, slices.measure),
      rule: { at: slices.overall, text: label(page, 'evOverall', number(slices.overall)) },
      number,
      share,
    },
    page.words,
  );
}
