import type { ColumnKind } from '../core/data/columnKind.ts';
import type { ChunkSpec, ColumnChoice, EvaluateSpec, ProfileName, Role } from '../core/report/spec.ts';
import type { RerunChanges } from '../shared/webviewProtocol.ts';

/** What was chosen for one column; what is absent is found, or follows the settings. */
export interface KeptColumn {
  readonly role?: Role;
  readonly kind?: ColumnKind;
  /** False stands too: it takes a column back in that the settings ignore. */
  readonly ignored?: boolean;
  readonly limit?: number;
}

/** What was chosen for a pair of files, as the workspace remembers it. */
export interface Choices {
  readonly chunk?: ChunkSpec;
  readonly profile?: ProfileName;
  readonly timestamp?: string | null;
  readonly columns?: Readonly<Record<string, KeptColumn>>;
  /** How predictions are evaluated; a comparison of the same files takes no notice of it. */
  readonly evaluate?: EvaluateSpec;
}

/** `change` over `before`: null clears, undefined leaves as it was. */
function pick<T>(before: T | undefined, change: T | null | undefined): T | undefined {
  return change === null ? undefined : (change ?? before);
}

function mergeColumn(before: KeptColumn, change: ColumnChoice): KeptColumn {
  const role = pick(before.role, change.role);
  const kind = pick(before.kind, change.kind);
  const limit = pick(before.limit, change.limit);
  const ignored = change.ignored ?? before.ignored;
  return {
    ...(role === undefined ? {} : { role }),
    ...(kind === undefined ? {} : { kind }),
    ...(ignored === undefined ? {} : { ignored }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function mergeColumns(before: Choices['columns'] = {}, changes: RerunChanges['columns'] = {}): Record<string, KeptColumn> {
  // A column may be called like something every object has.
  const columns = new Map(Object.entries(before));
  for (const [name, change] of Object.entries(changes)) {
    const merged = mergeColumn(columns.get(name) ?? {}, change);
    if (Object.keys(merged).length > 0) columns.set(name, merged);
    else columns.delete(name);
  }
  return Object.fromEntries(columns);
}

/** The choices of a pair after further ones: what they do not name stays, and what they clear is found by itself again. */
export function mergeChoices(before: Choices, changes: RerunChanges): Choices {
  const chunk = changes.chunk ?? before.chunk;
  const profile = changes.profile ?? before.profile;
  const { timestamp } = changes;
  const time = timestamp === undefined ? before.timestamp : typeof timestamp === 'object' && timestamp !== null ? undefined : timestamp;
  const columns = mergeColumns(before.columns, changes.columns);
  const evaluate = changes.evaluate ?? before.evaluate;
  return {
    ...(chunk === undefined ? {} : { chunk }),
    ...(profile === undefined ? {} : { profile }),
    ...(time === undefined ? {} : { timestamp: time }),
    ...(Object.keys(columns).length > 0 ? { columns } : {}),
    ...(evaluate === undefined || Object.keys(evaluate).length === 0 ? {} : { evaluate }),
  };
}

/** Whether nothing is chosen. */
export function noChoices(choices: Choices): boolean {
  return Object.keys(choices).length === 0;
}
