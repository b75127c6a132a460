import type { Choices, KeptColumn } from '../app/choices.ts';

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
  const { keptColumn, keptParts, read } = await import('./schemas.ts');
  const wrong: string[] = [];
  const parts: [string, unknown][] = [];
  for (const [part, value] of Object.entries(kept)) {
    const found = Object.hasOwn(keptParts, part) ? read(keptParts[part as keyof typeof keptParts], value) : null;
    if (found === null || 'wrong' in found) wrong.push(part);
    else if (part !== 'columns') parts.push([part, found.value]);
    else {
      const columns: [string, KeptColumn][] = [];
      for (const [name, choice] of Object.entries(found.value as Record<string, unknown>)) {
        const column = read(keptColumn, choice);
        if ('wrong' in column) wrong.push(`columns.${name}`);
        else columns.push([name, column.value]);
      }
      if (columns.length > 0) parts.push([part, Object.fromEntries(columns)]);
    }
  }
  return { choices: Object.fromEntries(parts) as Choices, wrong };
}
