import { type Disposable, l10n } from 'vscode';
import { measureLimits } from './measureLimits.ts';
import { watchSetting } from './watchSetting.ts';

/** Says what of the setting of limits of measures cannot be meant. */
export function watchMeasureLimits(): Disposable {
  return watchSetting(
    'driftbook.measureLimits',
    (value) => measureLimits(value).wrong,
    (setting, list) =>
      l10n.t(
        'In the setting “{0}” this is not understood and left out: {1}. An entry gives the code of a measure and its bounds: min, max, maxDrop. Example: "roc_auc": {"min": 0.78, "maxDrop": 0.02}',
        setting,
        list,
      ),
  );
}
