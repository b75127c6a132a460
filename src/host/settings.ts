import { availableParallelism } from 'node:os';
import { Uri, workspace } from 'vscode';
import type { ComparisonSpec, ProfileName } from '../core/report/spec.ts';
import type { EngineOptions } from '../shared/workerProtocol.ts';
import type { Pair } from './pair.ts';

/** The comparison of a pair as the settings of the folder of its current file ask for it. */
export function specFromSettings(pair: Pair): ComparisonSpec {
  const settings = workspace.getConfiguration('driftbook', Uri.file(pair.current));
  const nullValues = settings.get<string[]>('nullValues', []);
  return {
    reference: { path: pair.reference },
    current: { path: pair.current },
    profile: settings.get<ProfileName>('profile', 'default'),
    ...(nullValues.length > 0 ? { nullValues } : {}),
  };
}

/** Limits of the engine from the settings. One processor is left to the editor when threads are chosen by the machine. */
export function engineFromSettings(tempDirectory: string): EngineOptions {
  const settings = workspace.getConfiguration('driftbook');
  const threads = settings.get<number>('threads', 0);
  return {
    memoryLimitMb: settings.get<number>('memoryLimitMb', 1024),
    threads: threads > 0 ? threads : Math.max(1, Math.min(8, availableParallelism() - 1)),
    tempDirectory,
  };
}
