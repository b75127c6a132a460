import type { Translate } from '../words/translate.ts';
import type { OptionForm } from './optionForms.ts';
import type { AnyShape } from './shape.ts';

/** By which ways a field can be asked for. */
export interface Asked {
  /** What it is, in a line or two: help of the command line, and description in the JSON schema. */
  readonly help?: (t: Translate) => string;
  /** Description in the JSON schema of a field that has no help. */
  readonly about?: string;
  readonly option?: Option;
  readonly setting?: Setting;
  /** What holds where nothing is said. */
  readonly standard?: string | number | boolean;
}

/** Parts of the help, in its order. */
export type HelpGroup =
  | 'columns'
  | 'reference'
  | 'looked'
  | 'compared'
  | 'time'
  | 'decision'
  | 'output'
  | 'run'
  | 'init'
  | 'book'
  | 'trend'
  | 'none';

/** An option of the command line. */
export interface Option {
  /** Without its dashes. */
  readonly name: string;
  /** What stands for its value in the help; absent: it takes none. */
  readonly takes?: string;
  /** How its texts are read; absent: the last one, or true where it takes none. */
  readonly form?: OptionForm;
  readonly group: HelpGroup;
  /** The only command that takes it; absent: all do. */
  readonly only?: 'evaluate' | 'init' | 'run' | 'runs';
}

/** A setting of the editor: `driftbook.NAME`, described by `settings.NAME` in package.nls.json. */
export interface Setting {
  readonly name: string;
  readonly order: number;
  /** Who may set it: a folder, a window, or the machine alone. */
  readonly scope: 'resource' | 'window' | 'machine';
  /** What it may hold where that differs from the field. */
  readonly shape?: AnyShape;
  /** The value that says nothing; it is the one at first. */
  readonly silent?: string | number;
  /** Whether a number beyond its bounds is taken for the nearest one. */
  readonly clamped?: boolean;
}
