import type { Choices, KeptColumn } from './choices.ts';

/** What could be read of remembered choices, and the parts that could not. */
export interface ReadChoices {
  readonly choices: Choices;
  /** Names of the parts, and of the columns as `columns.NAME`, that are malformed and left out. */
  readonly wrong: readonly string[];
}

/** Reads what a workspace remembers for a pair of files: an older version, another program or a page may have left there what makes no sense. */
export async function readChoices(kept: unknown): Promise<ReadChoices> {
  if (kept === undefined) return { choices: {}, wrong: [] };
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return { choices: {}, wrong: ['*'] };
  const [{ safeParse }, { keptColumn, keptParts }] = await Promise.all([import('valibot'), import('./schemas.ts')]);
  const wrong: string[] = [];
  const parts: [string, unknown][] = [];
  for (const [part, value] of Object.entries(kept)) {
    const read = Object.hasOwn(keptParts, part) ? safeParse(keptParts[part as keyof typeof keptParts], value) : null;
    if (read === null || !read.success) wrong.push(part);
    else if (part !== 'columns') parts.push([part, read.output]);
    else {
      const columns: [string, KeptColumn][] = [];
      for (const [name, choice] of Object.entries(read.output as Record<string, unknown>)) {
        const column = safeParse(keptColumn, choice);
        if (column.success) columns.push([name, column.output]);
        else wrong.push(`columns.${name}`);
      }
      if (columns.length > 0) parts.push([part, Object.fromEntries(columns)]);
    }
  }
  return { choices: Object.fromEntries(parts) as Choices, wrong };
}
