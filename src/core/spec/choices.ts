import { chunk, profile, readAs, role, share } from './comparisonSpec.ts';
import { evaluateSpec } from './evaluateSpec.ts';
import { byName, either, fields, flag, type Of, optional, orNull, text, yes } from './shape.ts';

const name = text();

const pairChoices = { chunk: optional(chunk), profile: optional(profile), evaluate: optional(evaluateSpec) };

/** What was chosen for one column; what is absent is found, or follows the settings. */
const keptColumn = fields({
  role: optional(role),
  kind: optional(readAs),
  // False stands too: it takes a column back in that the settings ignore.
  ignored: optional(flag()),
  limit: optional(share),
});

/** What was chosen for a pair of files, as the workspace remembers it. How it is evaluated is passed over by a comparison of the same files. */
export const choices = fields({ ...pairChoices, timestamp: optional(orNull(name)), columns: optional(byName(keptColumn)) });

/** A choice about one column; null: back to what is found or to the profile's limit. */
const columnChoice = fields({
  role: optional(orNull(role)),
  kind: optional(orNull(readAs)),
  ignored: optional(flag()),
  limit: optional(orNull(share)),
});

/**
 * Choices made on a page, over those of before. The time axis is a column, null for none, `{ auto: true }` for the one that is found. What is
 * evaluated stands in place of all that was said of it so far: absent names are found again.
 */
export const choiceChanges = fields({
  ...pairChoices,
  timestamp: optional(orNull(either(name, fields({ auto: yes() })))),
  columns: optional(byName(columnChoice)),
});

export type KeptColumn = Of<typeof keptColumn>;
export type Choices = Of<typeof choices>;
export type ColumnChoice = Of<typeof columnChoice>;
export type ChoiceChanges = Of<typeof choiceChanges>;
