import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { askGit } from './git.ts';
import { repositoryOf } from './repository.ts';

/** A revision that can be chosen. */
export interface RevisionChoice {
  readonly kind: 'head' | 'branch' | 'tag' | 'commit';
  /** As it is asked for. */
  readonly rev: string;
  /** Short id of its commit. */
  readonly commit: string;
  /** Of the commit, epoch milliseconds. */
  readonly at: number;
  readonly subject: string;
}

const most = { refs: 100, commits: 30 };
const field = '%x00';

/**
 * The revisions to offer for a file: HEAD, the branches and tags that were worked on last, and the last commits that touched the file or what DVC
 * says of it. Rejects as `repositoryOf` does, and with unknown_revision (HEAD) in a repository without a commit.
 */
export async function listRevisions(path: string, signal: CancelSignal): Promise<RevisionChoice[]> {
  const { top, within } = await repositoryOf(path, signal);
  const log = [
    'log',
    '--no-show-signature',
    '--no-ext-diff',
    '--no-textconv',
    '--encoding=UTF-8',
    `--format=%h${field}%ct${field}%s${field}`,
    '-z',
  ];
  const [heads, refs, commits] = await Promise.all([
    askGit(top, [...log, '-1', 'HEAD'], signal),
    askGit(
      top,
      [
        'for-each-ref',
        '--sort=-committerdate',
        `--count=${most.refs}`,
        // An annotated tag (`*`) says of its commit what a branch says of its own.
        '--format=%(refname)%00%(if)%(*objectname)%(then)%(*objectname:short)%00%(*committerdate:unix)%00%(*subject)%(else)%(objectname:short)%00%(committerdate:unix)%00%(subject)%(end)%00',
        'refs/heads',
        'refs/remotes',
        'refs/tags',
      ],
      signal,
    ),
    askGit(top, [...log, `-${most.commits}`, 'HEAD', '--', within, `${within}.dvc`], signal),
  ]);
  if (heads.code !== 0) throw new DataError('unknown_revision', { file: path, found: 'HEAD' });
  const named = records(refs.out, 4).flatMap(([ref, ...of]) => {
    const [, folder, name] = /^\n?refs\/(heads|remotes|tags)\/(.+)$/s.exec(ref ?? '') ?? [];
    return folder === undefined || name === undefined || name.endsWith('/HEAD') ? [] : [{ folder, name, of }];
  });
  const names = named.map(({ name }) => name);
  return [
    ...rows(heads.out).map(([commit, at, subject]) => choice('head', 'HEAD', commit, at, subject)),
    ...named.map(({ folder, name, of: [commit, at, subject] }) => {
      const alone = names.indexOf(name) === names.lastIndexOf(name);
      return choice(folder === 'tags' ? 'tag' : 'branch', alone ? name : `${folder}/${name}`, commit, at, subject);
    }),
    ...rows(commits.out).map(([commit, at, subject]) => choice('commit', commit ?? '', commit, at, subject)),
  ];
}

const rows = (out: Buffer): string[][] => records(out, 4).map((row) => row.slice(0, 3));

/** Records of so many fields, each ended by a NUL: no text of a repository holds one. */
function records(out: Buffer, fields: number): string[][] {
  const texts = out.toString('utf8').split('\0');
  return Array.from({ length: Math.floor(texts.length / fields) }, (_, i) => texts.slice(i * fields, (i + 1) * fields));
}

function choice(
  kind: RevisionChoice['kind'],
  rev: string,
  commit: string | undefined,
  seconds: string | undefined,
  subject: string | undefined,
): RevisionChoice {
  return { kind, rev, commit: commit ?? '', at: Number(seconds) * 1000, subject: subject ?? '' };
}
