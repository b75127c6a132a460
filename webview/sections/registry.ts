import { resultOf } from '../../src/core/report/sectionOf.ts';
import { label } from '../report/pageContext.ts';
import { AttributionSection } from './attribution/attributionSection.tsx';
import { ComputedSection } from './computed/computedSection.tsx';
import { ColumnsSection } from './drift/columnsSection.tsx';
import { DriftSection } from './drift/driftSection.tsx';
import { EstimateBlock } from './estimate/estimateBlock.tsx';
import { evaluationTextOf } from './evaluationPage.ts';
import { FairnessBlock } from './fairness/fairnessBlock.tsx';
import { PerformanceSection } from './performance/performanceSection.tsx';
import { PredictionsSection } from './predictions/predictionsSection.tsx';
import { SchemaSection } from './quality/schemaSection.tsx';
import { ResourcesBlock } from './resources/resourcesBlock.tsx';
import type { BlockView, SectionView } from './sectionView.ts';
import { SlicesBlock } from './slices/slicesBlock.tsx';

/** The sections of the page in their order. A new one is a folder, and a line here or below. */
export const sectionViews: readonly SectionView[] = [
  {
    id: 'schema',
    title: (page) => label(page, 'schemaTitle'),
    shown: ({ report, text }) => report.datasets.reference !== null || text.notes.length > 0,
    View: SchemaSection,
    shows: () => [],
  },
  {
    id: 'drift',
    title: (page) => label(page, page.report.time === null ? 'driftTitleNoTime' : 'driftTitle'),
    // Predictions evaluated by themselves have nothing to compare.
    shown: ({ report }) => report.datasets.reference !== null,
    View: DriftSection,
  },
  {
    id: 'columns',
    title: (page) => label(page, 'columnsTitle'),
    shown: ({ report }) => report.datasets.reference !== null,
    View: ColumnsSection,
    shows: ({ state }) => [state.sort === 'arrival', state.column],
  },
  {
    id: 'predictions',
    title: (page) => label(page, 'evPredictionsTitle'),
    shown: (page) => evaluationTextOf(page) !== null,
    View: PredictionsSection,
  },
  {
    id: 'performance',
    title: (page) => label(page, 'evPerformanceTitle'),
    shown: (page) => evaluationTextOf(page) !== null,
    View: PerformanceSection,
  },
  {
    id: 'attribution',
    title: (page) => label(page, 'evAttributionTitle'),
    // Predictions without labels have no performance that could have changed.
    shown: (page) => evaluationTextOf(page) !== null && resultOf(page.report, 'attribution') !== null,
    View: AttributionSection,
  },
  {
    id: 'computed',
    title: (page) => label(page, 'computedTitle'),
    shown: () => true,
    View: ComputedSection,
    shows: ({ computedOpen }) => [computedOpen],
  },
];

/** Blocks that stand within a section, below its own, in their order. */
export const blockViews: readonly BlockView[] = [
  { within: 'performance', View: ResourcesBlock },
  { within: 'performance', View: EstimateBlock },
  { within: 'performance', View: SlicesBlock },
  { within: 'performance', View: FairnessBlock },
];
