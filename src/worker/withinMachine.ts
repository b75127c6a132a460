import { availableParallelism, totalmem } from 'node:os';
import type { EngineOptions } from '../shared/workerProtocol.ts';

/** What there is to work with. */
export interface Machine {
  readonly memoryMb: number;
  readonly processors: number;
}

/** Part of the memory that work may be given: the rest is for the editor, the system and what is not counted. */
const memoryShare = 0.8;

/** The machine, or the part of it that this process is held to (a container, a job). */
function thisMachine(): Machine {
  const total = totalmem();
  // 0, undefined or more than there is: no limit is set.
  const held = process.constrainedMemory?.() || total;
  return { memoryMb: Math.min(total, held) / 2 ** 20, processors: availableParallelism() };
}

/**
 * Limits as they were asked for, but no more than 80 % of the memory and one thread a processor. Editor and command line meet here, so that no
 * settings, of whatever folder, can ask for more than there is.
 */
export function withinMachine(engine: EngineOptions, machine: Machine = thisMachine()): EngineOptions {
  return {
    ...engine,
    threads: Math.min(engine.threads, machine.processors),
    memoryLimitMb: Math.min(engine.memoryLimitMb, Math.floor(machine.memoryMb * memoryShare)),
  };
}
