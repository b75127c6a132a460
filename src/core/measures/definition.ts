import type { Translate } from '../words/translate.ts';
import type { MeasureName } from './registry.ts';
import type { Task } from './tasks.ts';

/** Which way is better. */
export type Direction = 'higher' | 'lower' | 'neither';

/**
 * share: 0 to 1. index: no unit, 1 is perfect. loss: no unit, 0 is perfect. nats: log loss. target: unit of the target;
 * target_squared: its square. multiple: times as much as chance. distance: unit of the distance given.
 */
export type MeasureUnit = 'share' | 'index' | 'loss' | 'nats' | 'target' | 'target_squared' | 'multiple' | 'distance';

/** Change for the worse that still is allowed: absolute, or relative to the reference value. */
export type AllowedDrop = { readonly kind: 'absolute'; readonly change: number } | { readonly kind: 'relative'; readonly change: number };

/** 2 points for proportions, AUC and their kin; 5 % of the reference value for losses (statistics reference, section 20). */
export const points: AllowedDrop = { kind: 'absolute', change: 0.02 };
export const fraction: AllowedDrop = { kind: 'relative', change: 0.05 };

/** What has to be there beside the truth. */
export type MeasureNeeds =
  | 'predicted_labels'
  | 'score'
  | 'class_scores'
  | 'scores'
  | 'predicted_values'
  | 'lists'
  | 'items'
  | 'item_features';

/** A measure of how good predictions are: facts and names. What computes it stands in the same file, for those who compute. */
export interface MeasureDefinition {
  readonly id: MeasureName;
  readonly unit: MeasureUnit;
  readonly direction: Direction;
  /** What it can be. */
  readonly range: readonly [number, number];
  /** The drop allowed unless a check says otherwise. */
  readonly allowedDrop: AllowedDrop;
  readonly tasks: readonly Task[];
  /** Its place among the measures that a task shows unless asked otherwise, most telling first. */
  readonly shown?: Partial<Readonly<Record<Task, number>>>;
  readonly needs: MeasureNeeds;
  /** What its cut-off is, of one that has one: a share of rows, the length of a list, a number. */
  readonly cutOff?: 'share' | 'length' | 'number';
  /** It says nothing where the truth holds one class alone. */
  readonly needsTwoClasses?: true;
  /** Few rows make it worse by chance alone. */
  readonly grownByChance?: true;
  /** It is a quantile of the absolute errors: this one, or the one it is cut off at. */
  readonly quantile?: number | 'cut_off';
  /** Inside a sentence. `at` is its cut-off as it is written; null where none is known. */
  name(t: Translate, at: string | null): string;
  /** What it is, without which way is better and without a stop. */
  about(t: Translate): string;
}
