import { driftbookVersion } from '../../core/driftbook/driftbook.ts';
import { parseYaml } from './parseYaml.ts';
import type { SourceEdit } from './sourceEdit.ts';
import { spliceDriftbook } from './spliceDriftbook.ts';

/** What a file of one version needs to be one of the next: edits of its text, so that nothing else of it changes. Not of its `version`. */
export type Migration = (value: unknown) => readonly SourceEdit[];

/** By the version that they lead from. The first version has none before it. */
const migrations: ReadonlyMap<number, Migration> = new Map();

/**
 * The text of a driftbook as the version that is written today has it, comments and all; itself where it is of that version, of a later one, or of none.
 * Every version that ever was has files in `test/fixtures/driftbooks`. Throws `SpliceRefused` when the text cannot be read.
 */
export function migrateDriftbook(text: string, steps = migrations, newest = driftbookVersion): string {
  for (;;) {
    const { value } = parseYaml(text);
    const version = (value as { version?: unknown } | null | undefined)?.version;
    const step = typeof version === 'number' && version < newest ? steps.get(version) : undefined;
    if (step === undefined) return text;
    text = spliceDriftbook(text, [...step(value), { edit: 'set', path: ['version'], content: { value: (version as number) + 1 } }]);
  }
}
