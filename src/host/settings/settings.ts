import { availableParallelism } from 'node:os';
import { Uri, workspace } from 'vscode';
import type { Pair } from '../../app/filePair.ts';
import { standards } from '../../core/spec/askedFields.ts';
import { type SpecLayer, specLayer } from '../../core/spec/comparisonSpec.ts';
import { readSettings, type SettingProblem } from '../../core/spec/readSettings.ts';
import { runOptions } from '../../core/spec/runOptions.ts';
import type { Of, Shape } from '../../core/spec/shape.ts';
import type { FileFormat } from '../../core/spec/spec.ts';
import type { EngineOptions } from '../../shared/workerProtocol.ts';

function settingsOf<T>(shape: Shape<T>, scope?: Uri): ReturnType<typeof readSettings<T>> {
  const settings = workspace.getConfiguration('driftbook', scope);
  return readSettings(shape, (name) => settings.get(name));
}

function runSettings(): Of<typeof runOptions> {
  return { ...standards(runOptions), ...settingsOf(runOptions).value };
}

/** What the settings of the folder of the current file say of a comparison. */
export function specSettings(pair: Pair): SpecLayer {
  return settingsOf(specLayer, Uri.file(pair.current)).value;
}

/** All that is not understood in the settings of the window. */
export function settingProblems(): readonly SettingProblem[] {
  return [...settingsOf(specLayer).problems, ...settingsOf(runOptions).problems];
}

/** Ends of file names that count as data beside the known ones, with their formats. */
export function suffixesFromSettings(): Readonly<Record<string, FileFormat>> {
  return settingsOf(specLayer).value.suffixes ?? {};
}

/** Limits of the engine from the settings. One processor is left to the editor when threads are chosen by the machine. */
export function engineFromSettings(folders: { readonly temp: string; readonly cache: string }): EngineOptions {
  const { memoryLimitMb, cacheLimitMb, threads = Math.max(1, Math.min(8, availableParallelism() - 1)) } = runSettings();
  return {
    memoryLimitMb: memoryLimitMb!,
    threads,
    tempDirectory: folders.temp,
    cache: { directory: folders.cache, limitMb: cacheLimitMb! },
  };
}

export type Palette = 'default' | 'colour-blind';

/** The colours that reports are shown in. */
export function paletteFromSettings(): Palette {
  return runSettings().colours === 'colourBlind' ? 'colour-blind' : 'default';
}
