import type { Measure } from '../measures/measure.ts';

/** A calibration error beyond this share is told of a model by itself. */
export const mostCalibrationError = 0.05;

/** Whether scores are off for certain by more than that: the lower end of the interval says so, or the value where there is none. */
export function calibrationOff({ value, interval }: Pick<Measure, 'value' | 'interval'>): boolean {
  return value !== null && (interval?.low ?? value) > mostCalibrationError;
}
