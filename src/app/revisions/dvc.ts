import { readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { digest } from './digest.ts';
import type { DvcOutput } from './dvcOutputs.ts';
import { dvcStores } from './dvcStores.ts';
import { askGit } from './git.ts';
import type { Repository } from './repository.ts';
import { filesBelow, type TreeEntry } from './treeEntry.ts';

/** A file that DVC keeps: where its content lies, and where it belongs below what was asked for (empty: it is what was asked for). */
export interface DvcFile {
  readonly content: string;
  readonly within: string;
}

/** Most bytes of one file of DVC that are looked into: longer ones no stage has. */
const mostFileBytes = 32 * 2 ** 20;
const mostParts = 100_000;
const fetchCommand = 'dvc fetch --all-commits';

/**
 * The contents of a file or folder that DVC keeps at a commit, without the dvc program; null when DVC knows nothing of it. Rejects with
 * content_missing (`expected`: the command that brings it), content_differs, bad_dvc_file, or as `gitText` does.
 *
 * The digest of an object of DVC 3 is checked. That of DVC 2 cannot be: it is taken after line ends are changed, so that the object may be
 * another file's that differs in those alone.
 */
export async function dvcFiles(repository: Repository, commit: string, path: string, signal: CancelSignal): Promise<DvcFile[] | null> {
  const output = await outputOf(repository, commit, path, signal);
  if (output === null) return null;
  const stores = await dvcStores(await dvcFolder(repository, output.path), await committedConfig(repository, commit, signal));
  const contentOf = (one: Pick<DvcOutput, 'md5' | 'layout'>, file: string, end = ''): Promise<string> =>
    content(stores, one, end, { file, signal });
  if (!output.isFolder) return path === output.path ? [{ content: await contentOf(output, path), within: '' }] : null;
  const inside = path.slice(output.path.length + 1);
  const wanted = partsOf(await readFile(await contentOf(output, output.path, '.dir'), 'utf8'), output.path).filter(
    ({ relpath }) => inside === '' || relpath === inside || relpath.startsWith(`${inside}/`),
  );
  if (wanted.length === 0) return null;
  const files: DvcFile[] = [];
  for (const { md5, relpath } of wanted) {
    const file = posix.join(output.path, relpath);
    files.push({ content: await contentOf({ md5, layout: output.layout }, file), within: posix.relative(inside, relpath) });
  }
  return files;
}

/** The output that is the path or holds it, as the files of DVC at the commit say; the innermost one of several. */
async function outputOf(repository: Repository, commit: string, path: string, signal: CancelSignal): Promise<DvcOutput | null> {
  const all = await filesBelow(repository, commit, '', signal);
  const own = all.filter((entry) => /(?:^|\/)(?:[^/]+\.dvc|dvc\.lock)$/.test(entry.path) && !/(?:^|\/)\.dvc\//.test(entry.path));
  if (own.length === 0) return null;
  const pipelines = new Map(all.filter(({ path: file }) => posix.basename(file) === 'dvc.yaml').map((entry) => [entry.path, entry]));
  const looked = [...own, ...own.flatMap((entry) => pipelines.get(pipelineOf(entry)) ?? [])].filter(({ bytes }) => bytes <= mostFileBytes);
  const texts = await textsOf(repository, looked, signal);
  // Late: the library that takes YAML apart is needed by whoever has files of DVC.
  const { dvcOutputs, dvcWorkFolders } = await import('./dvcOutputs.ts');
  const found: DvcOutput[] = [];
  let broken: DataError | null = null;
  for (const entry of own) {
    try {
      const pipeline = posix.basename(entry.path) === 'dvc.lock' ? texts.get(pipelines.get(pipelineOf(entry))?.id ?? '') : undefined;
      found.push(...dvcOutputs(texts.get(entry.id) ?? '', entry.path, pipeline === undefined ? new Map() : dvcWorkFolders(pipeline)));
    } catch (error) {
      // Another file's fault is none of this one's.
      const reason = (error as Error).message.split('\n')[0]!.replace(/:$/, '');
      broken ??= new DataError('bad_dvc_file', { file: entry.path, found: reason });
    }
  }
  const holding = found.filter((one) => path === one.path || (one.isFolder && path.startsWith(`${one.path}/`)));
  const [first] = holding.sort((a, b) => b.path.length - a.path.length);
  if (first === undefined && broken !== null) throw broken;
  return first ?? null;
}

const pipelineOf = (lock: TreeEntry): string => posix.join(posix.dirname(lock.path), 'dvc.yaml');

/** Many small files of a commit by their ids, with one start of git. */
async function textsOf(repository: Repository, entries: readonly TreeEntry[], signal: CancelSignal): Promise<Map<string, string>> {
  const input = entries.map(({ id }) => `${id}\n`).join('');
  const { out } = await askGit(repository.top, ['cat-file', '--batch'], signal, input);
  const texts = new Map<string, string>();
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const [, id, bytes] = /^(\S+) blob (\d+)$/.exec(out.toString('latin1', at, end)) ?? [];
    if (id === undefined) break;
    texts.set(id, out.toString('utf8', end + 1, end + 1 + Number(bytes)));
    at = end + 1 + Number(bytes) + 1;
  }
  return texts;
}

/** The `.dvc` folder whose repository the path belongs to: repositories of DVC may lie below the top of that of git. */
async function dvcFolder({ top }: Repository, path: string): Promise<string> {
  for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
    const below = join(top, folder, '.dvc');
    if ((await stat(below).catch(() => null))?.isDirectory()) return below;
  }
  return join(top, '.dvc');
}

async function committedConfig({ top }: Repository, commit: string, signal: CancelSignal): Promise<string> {
  const { code, out } = await askGit(top, ['cat-file', 'blob', `${commit}:.dvc/config`], signal);
  return code === 0 ? out.toString('utf8') : '';
}

/** An object in the first of the stores that has it, of either layout. */
async function content(
  stores: readonly string[],
  { md5, layout }: Pick<DvcOutput, 'md5' | 'layout'>,
  end: string,
  { file, signal }: { readonly file: string; readonly signal: CancelSignal },
): Promise<string> {
  const name = join(md5.slice(0, 2), md5.slice(2) + end);
  const layouts: readonly (2 | 3)[] = layout === 3 ? [3, 2] : [2, 3];
  let differs = false;
  for (const store of stores) {
    for (const one of layouts) {
      const path = one === 3 ? join(store, 'files', 'md5', name) : join(store, name);
      if (!(await stat(path).catch(() => null))?.isFile()) continue;
      if (layout === 2 || (await digest(path, 'md5', signal)) === md5) return path;
      differs = true;
    }
  }
  throw new DataError(differs ? 'content_differs' : 'content_missing', { file, found: 'DVC', expected: fetchCommand });
}

/** The parts that the list of a folder names. A name that leads out of the folder makes the whole list a fault. */
function partsOf(list: string, file: string): { readonly md5: string; readonly relpath: string }[] {
  const parts = parsed(list);
  if (!Array.isArray(parts)) throw new DataError('bad_dvc_file', { file, found: '.dir' });
  if (parts.length > mostParts) throw new DataError('too_many_files', { file, expected: String(mostParts) });
  return parts.map((part: unknown) => {
    const { md5, relpath } = (part ?? {}) as { readonly md5?: unknown; readonly relpath?: unknown };
    const sound = typeof md5 === 'string' && /^[0-9a-f]{32}$/.test(md5) && typeof relpath === 'string' && staysWithin(relpath);
    if (!sound) throw new DataError('bad_dvc_file', { file, found: '.dir' });
    return { md5, relpath };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function staysWithin(path: string): boolean {
  return path !== '' && !/[\\\0]|^[A-Za-z]:/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
