import type { VNode } from 'preact';
import { Rich } from '../../common/richView.tsx';
import type { EvaluationProps } from '../evaluationPage.ts';

/** What could not be made of the predictions, and why. */
export function EvaluationNotes({ said }: Pick<EvaluationProps, 'said'>): VNode | null {
  if (said.notes.length === 0) return null;
  return (
    <ul class="notes evaluation-notes">
      {said.notes.map((note, index) => (
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
