import type { SyntaxProblem } from '../driftbook/syntaxProblem.ts';
import { dataText } from './dataText.ts';
import { sayPlain } from './sayPlain.ts';
import type { Translate } from './translate.ts';

/** Why a file cannot be read as YAML, in a sentence. */
export function syntaxText({ syntax, found }: SyntaxProblem, t: Translate): string {
  const name = dataText(found, 80);
  switch (syntax) {
    case 'duplicate_key':
      return sayPlain(t, '{0} stands twice here. Remove one.', name);
    case 'tab':
      return t('Lines are indented by spaces here, not by tabs.');
    case 'indent':
      return t('The indentation fits nothing above. Lines of the same part begin at the same column.');
    case 'unclosed':
      return t('Something is not closed here: a quote, a bracket, or a colon that is missing.');
    case 'unexpected':
      return t('This cannot stand here. Put texts with special characters in quotes.');
    case 'documents':
      return t('A driftbook is one document. Remove what comes after ---.');
    case 'alias':
      return sayPlain(t, 'There is no anchor {0} above.', name);
    case 'aliases':
      return t('The anchors stand for too much, or for themselves.');
    case 'tag':
      return sayPlain(t, 'The tag {0} means nothing here.', name);
    case 'key':
      return t('A name can be a text or a number, not a list or an object.');
    case 'directive':
      return t('A driftbook is written in YAML 1.2. Remove the %YAML line.');
    case 'encoding':
      return t('The file is not written in UTF-8. Save it in UTF-8.');
    case 'size':
      return t('The file is too large to be a driftbook.');
    case 'depth':
      return sayPlain(t, 'Parts lie deeper than {0} within each other.', name);
    case 'empty':
      return t('The file is empty. driftbook init writes one from your data.');
  }
}
