import type { SyntaxProblem } from '../../core/driftbook/syntaxProblem.ts';
import { type Path, type Problem, pathText } from '../../core/spec/problem.ts';
import { problemText } from '../../core/words/problemText.ts';
import { syntaxText } from '../../core/words/syntaxText.ts';
import type { Translate } from '../../core/words/translate.ts';
import type { SourceRange } from './sourceRange.ts';

/** What is wrong with a driftbook file, at its place in the text. */
export interface DriftbookProblem {
  readonly range: SourceRange;
  /** Null of what keeps the text from being read. */
  readonly path: Path | null;
  readonly what: Problem | SyntaxProblem;
}

/** A problem in a sentence. */
export function driftbookProblemText({ what, path }: DriftbookProblem, t: Translate): string {
  return 'syntax' in what ? syntaxText(what, t) : problemText(what, pathText(path ?? []) || 'driftbook', t);
}
