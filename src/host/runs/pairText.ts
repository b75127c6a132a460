import { l10n } from 'vscode';
import type { Pair } from '../../app/filePair.ts';
import { fileName } from '../fileName.ts';

/** What a run of a pair does, for its notification and its page. */
export function runTitle({ reference, current, evaluate }: Pair): string {
  if (reference === null) return l10n.t('Evaluating {0}', fileName(current));
  if (evaluate) return l10n.t('Evaluating {0} against {1}', fileName(current), fileName(reference));
  return l10n.t('Comparing {0} with {1}', fileName(current), fileName(reference));
}

/** That a run of a pair failed. */
export function failedTitle({ reference, current, evaluate }: Pair): string {
  if (evaluate || reference === null) return l10n.t('{0} could not be evaluated', fileName(current));
  return l10n.t('{0} could not be compared with {1}', fileName(current), fileName(reference));
}

/** Name of the tab of a pair's report. */
export function tabTitle({ reference, current, evaluate }: Pair, stale: boolean): string {
  if (current === '') return l10n.t('Drift Report');
  if (reference === null) {
    const name = fileName(current);
    return stale ? l10n.t('Evaluation: {0} (files changed)', name) : l10n.t('Evaluation: {0}', name);
  }
  const names = [fileName(reference), fileName(current)];
  if (evaluate) return stale ? l10n.t('Evaluation: {0} → {1} (files changed)', ...names) : l10n.t('Evaluation: {0} → {1}', ...names);
  return stale ? l10n.t('Drift: {0} → {1} (files changed)', ...names) : l10n.t('Drift: {0} → {1}', ...names);
}

/** What a run of a pair is, for the log. */
export function logName({ reference, current, evaluate }: Pair): string {
  return `${evaluate ? 'evaluation of ' : ''}${current}${reference === null ? '' : ` with ${reference}`}`;
}
