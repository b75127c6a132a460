import { called, fields, text } from '../../spec/shape.ts';
import { cellKind } from '../cellKind.ts';

/** Prose between the cells. */
export const markdown = cellKind({
  form: called('MarkdownCell', fields({ markdown: text() }), 'Prose between the cells.'),
  evaluates: false,
  sections: [],
  measures: [],
});
