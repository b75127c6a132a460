import type { Place } from './place.ts';

/** What the program is called with, and under which conditions. */
export interface Call {
  readonly reference: string;
  readonly current: string;
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Words before the program: another user, a limit on file sizes, a shell with a file system of its own. */
  readonly under?: readonly string[];
  /** Done while the program runs, as soon as it says what it does. */
  readonly meanwhile?: () => Promise<void>;
  /** Undoes what the case did outside of its folder. */
  readonly after?: () => Promise<void>;
}

/** One thing that can be wrong with the data or the machine, and what a person must then be told. */
export interface FaultCase {
  /** What is wrong. */
  readonly what: string;
  readonly format: string;
  /** `refused`: exit 3 and a message; `read`: exit 0 or 1 and a report, its remarks holding `says`; `either`: what it is depends on the moment. */
  readonly outcome: 'refused' | 'read' | 'either';
  /** What the English message or remark must hold beside the file's name; null: a report without any remark about it. */
  readonly says: RegExp | null;
  /** Name of the file the message must hold; null: the message is about both or none. */
  readonly names: string | null;
  make(place: Place): Promise<Call>;
  /** Only run on request: takes a minute or gigabytes. */
  readonly large?: boolean;
  /** Why the case cannot be made on this machine, or null. */
  readonly impossible?: () => string | null;
}
