import type { Block } from '../../report/block.ts';
import type { Report } from '../../report/report.ts';
import type { ReportText } from '../../report/reportText.ts';
import { paragraph } from '../paragraph.ts';

/** Schema and quality: a sentence and the remarks; of data by themselves the remarks alone. */
export function qualityBlocks(report: Report, text: ReportText): Block[] {
  const compared = report.datasets.reference !== null;
  if (!compared && text.notes.length === 0) return [];
  const remarks: Block = {
    kind: 'list',
    items: text.notes.map(({ glyph, level, text: said }) => ({ glyph, tone: level === 'info' ? 'quiet' : level, text: said })),
  };
  return [
    { kind: 'heading', text: text.labels.schemaTitle ?? '' },
    ...(compared ? paragraph(text.schema) : []),
    ...(remarks.items.length === 0 ? [] : [remarks]),
  ];
}
