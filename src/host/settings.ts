import { availableParallelism } from 'node:os';
import { Uri, workspace } from 'vscode';
import type { SpecSettings } from '../app/comparisonSpec.ts';
import type { Pair } from '../app/pair.ts';
import type { FileFormat } from '../core/report/spec.ts';
import type { EngineOptions } from '../shared/workerProtocol.ts';
import { measureLimits } from './measureLimits.ts';
import { fileSuffixes, limits, oneOf, texts, wholeNumber } from './settingValues.ts';

/** What the settings of the folder of the current file say of a comparison. */
export function specSettings(pair: Pair): SpecSettings {
  const settings = workspace.getConfiguration('driftbook', Uri.file(pair.current));
  return {
    profile: oneOf(settings.get('profile'), ['default', 'strict', 'sensitive']),
    nullValues: texts(settings.get('nullValues')),
    dateOrder: oneOf(settings.get('dateOrder'), ['none', 'dmy', 'mdy']),
    ignoredColumns: texts(settings.get('ignoredColumns')),
    limits: limits(settings.get('limits')),
    measureLimits: measureLimits(settings.get('measureLimits')).limits,
    suffixes: suffixesFromSettings(),
  };
}

/** Ends of file names that count as data beside the known ones, with their formats. */
export function suffixesFromSettings(): Record<string, FileFormat> {
  return fileSuffixes(workspace.getConfiguration('driftbook').get('fileSuffixes')).suffixes;
}

/** Limits of the engine from the settings. One processor is left to the editor when threads are chosen by the machine. */
export function engineFromSettings(folders: { readonly temp: string; readonly cache: string }): EngineOptions {
  const settings = workspace.getConfiguration('driftbook');
  const limitMb = wholeNumber(settings.get('cacheLimitMb'), 0, 1_048_576, 2048);
  const threads = wholeNumber(settings.get('threads'), 0, 256, 0);
  return {
    memoryLimitMb: wholeNumber(settings.get('memoryLimitMb'), 128, 1_048_576, 1024),
    threads: threads > 0 ? threads : Math.max(1, Math.min(8, availableParallelism() - 1)),
    tempDirectory: folders.temp,
    cache: { directory: folders.cache, limitMb },
  };
}

export type Palette = 'default' | 'colour-blind';

/** The colours that reports are shown in. */
export function paletteFromSettings(): Palette {
  const colours = oneOf(workspace.getConfiguration('driftbook').get('colours'), ['default', 'colourBlind']);
  return colours === 'colourBlind' ? 'colour-blind' : 'default';
}
