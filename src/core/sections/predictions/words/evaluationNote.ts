import type { EvaluationNote } from '../../../report/note.ts';
import type { RichText } from '../../../report/richText.ts';
import type { Translate } from '../../../words/translate.ts';
import { type EvaluationRemark, evaluationNoteParts } from './notes/evaluationNoteParts.ts';
import { labelRemarks } from './notes/labelRemarks.ts';
import { rowRemarks } from './notes/rowRemarks.ts';
import { scoreRemarks } from './notes/scoreRemarks.ts';

/** What is said of every code: one that has no sentence does not compile. */
const remarkOf: Readonly<Record<EvaluationNote['code'], EvaluationRemark>> = { ...labelRemarks, ...scoreRemarks, ...rowRemarks };

/** A remark on what could not be used, with its glyph: "◐" to look at, "·" to know. */
export function evaluationNote(note: EvaluationNote, t: Translate, locale: string): { readonly glyph: string; readonly text: RichText } {
  const { warns, say } = remarkOf[note.code];
  return { glyph: warns ? '◐' : '·', text: say(evaluationNoteParts(note, t, locale)) };
}
