import { posix } from 'node:path';
// The reader of YAML that driftbook files take, too: what programs and people write by hand is too much for one of our own.
import { parseDocument } from 'yaml';

/** One output that DVC keeps outside of git. */
export interface DvcOutput {
  /** Below the top of the repository. */
  readonly path: string;
  /** MD5 of the content; of a folder, of its list. */
  readonly md5: string;
  readonly isFolder: boolean;
  /** Whose cache holds it first: DVC 3 says `hash: md5`, DVC 2 nothing. Both live in one repository. */
  readonly layout: 2 | 3;
}

/**
 * The outputs that a `.dvc` file or a `dvc.lock` names; `file` is its path below the top, `workFolders` the `wdir` of stages by name, which the lock
 * does not repeat. What lies outside of the repository or has no MD5 is left out. Throws a SyntaxError for what is no YAML of that shape.
 */
export function dvcOutputs(text: string, file: string, workFolders: ReadonlyMap<string, string> = new Map()): DvcOutput[] {
  const root = mapping(plain(text));
  const folder = posix.dirname(file);
  const own = outputsOf(root.outs, [folder, textOf(root.wdir) ?? '.']);
  const staged = Object.entries(mapping(root.stages ?? {})).flatMap(([name, stage]) =>
    outputsOf(mapping(stage).outs, [folder, workFolders.get(name) ?? workFolders.get(name.replace(/@.*$/s, '')) ?? '.']),
  );
  return [...own, ...staged];
}

/** The folders that the stages of a `dvc.yaml` work in, by name, where one is named and says no variable. Throws as `dvcOutputs` does. */
export function dvcWorkFolders(text: string): Map<string, string> {
  return new Map(
    Object.entries(mapping(mapping(plain(text)).stages ?? {})).flatMap(([name, stage]) => {
      const { wdir, do: each } = mapping(stage);
      const folder = textOf(wdir) ?? textOf(mapping(each ?? {}).wdir);
      return folder === null || folder.includes('${') ? [] : [[name, folder] as const];
    }),
  );
}

/** Scalars stay texts: an MD5 of digits, or with one `e` among them, is no number. */
function plain(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe' });
  const [error] = document.errors;
  if (error !== undefined) throw new SyntaxError(error.message);
  return document.toJS({ maxAliasCount: 100 });
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw new SyntaxError('a mapping was expected');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function outputsOf(outs: unknown, folders: readonly string[]): DvcOutput[] {
  return (Array.isArray(outs) ? outs : []).flatMap((out: unknown) => {
    const { path, md5, hash } = (typeof out === 'object' && out !== null ? out : {}) as Readonly<Record<string, unknown>>;
    const [, digits, folder] = /^([0-9a-f]{32})(\.dir)?$/.exec(textOf(md5) ?? '') ?? [];
    if (digits === undefined || typeof path !== 'string' || posix.isAbsolute(path)) return [];
    const whole = posix.normalize(posix.join(...folders, path)).replace(/\/$/, '');
    if (whole === '..' || whole.startsWith('../')) return [];
    return [{ path: whole, md5: digits, isFolder: folder !== undefined, layout: hash === 'md5' ? 3 : 2 }];
  });
}
