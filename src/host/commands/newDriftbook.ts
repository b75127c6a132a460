import { translate } from '../editorTranslate.ts';
import { showNewDriftbook } from '../window/openTexts.ts';

/** Shows a driftbook to begin with. */
export async function newDriftbook(): Promise<void> {
  const { starterDriftbook } = await import('../../app/driftbookFiles.ts');
  await showNewDriftbook(starterDriftbook(translate));
}
