import type { Progress as CoreProgress } from '../core/data/progress.ts';

export type Progress = CoreProgress;
