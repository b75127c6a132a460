import { l10n } from 'vscode';
import type { Pair } from '../../app/filePair.ts';
import { fewOf } from '../fewOf.ts';
import { fileName } from '../fileName.ts';
import type { Log } from '../window/log.ts';
import { tellWarning } from '../window/tell.ts';

/** Says which remembered choices of a pair make no sense and were forgotten. */
export function tellWrongChoices(log: Log): (pair: Pair, parts: readonly string[]) => void {
  return ({ current }, parts) => {
    const sentence = l10n.t(
      'Of the choices remembered for {0} this makes no sense and was forgotten: {1}',
      fileName(current),
      fewOf(parts),
    );
    log.info(sentence);
    tellWarning(sentence);
  };
}
