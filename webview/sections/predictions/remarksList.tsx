import type { VNode } from 'preact';
import type { EvaluationText } from '../../../src/core/report/evaluationText.ts';
import { Rich } from '../../common/richView.tsx';

/** What could not be made of the predictions, and why. */
export function RemarksList({ notes }: Pick<EvaluationText, 'notes'>): VNode | null {
  if (notes.length === 0) return null;
  return (
    <ul class="notes evaluation-notes">
      {notes.map((note, index) => (
        <li key={index}>
          <span class="glyph watch" aria-hidden="true">
            {note.glyph}
          </span>
          <span>
            <Rich text={note.text} />
          </span>
        </li>
      ))}
    </ul>
  );
}
