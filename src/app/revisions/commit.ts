import type { CancelSignal } from '../../core/data/cancelSignal.ts';
import { DataError } from '../../core/data/dataError.ts';
import { nearest } from '../../core/spec/nearest.ts';
import { askGit, gitText } from './git.ts';
import { isShallow, type Repository } from './repository.ts';

/**
 * Whether a text can name a commit: it is no option and no name of a file within a revision (`HEAD:data.csv`), and holds nothing that would end
 * or break a line. Git itself says whether there is such a commit.
 */
export function canBeRevision(rev: string): boolean {
  if (rev === '' || rev.length > 1000 || rev.startsWith('-') || /[\0-\x1f\x7f]/.test(rev)) return false;
  // `:/text` and `^{/text}` look for a commit by its message.
  return !rev.includes(':') || rev.startsWith(':/') || rev.includes('^{/');
}

/**
 * The id of the commit that a revision names: branch, tag, id, `HEAD~1`, `main@{yesterday}` …. Rejects with bad_revision, unknown_revision
 * (`expected`: a branch or tag that was likely meant; `found` ends in `shallow` where older commits were left out), or as `askGit` does.
 */
export async function commitOf(repository: Repository, rev: string, signal: CancelSignal): Promise<string> {
  if (!canBeRevision(rev)) throw new DataError('bad_revision', { found: rev });
  // Behind `:/` all that follows is the text that is looked for, in commits alone.
  const asked = rev.startsWith(':/') ? rev : `${rev}^{commit}`;
  const { code, out } = await askGit(repository.top, ['rev-parse', '--verify', '--quiet', asked], signal);
  const commit = out.toString('utf8').trim();
  if (code === 0 && isObjectId(commit)) return commit;
  const names = (await gitText(repository.top, ['for-each-ref', '--format=%(refname:short)'], signal)).split('\n').filter(Boolean);
  const near = nearest(rev, names);
  if (near === null && (await isShallow(repository, signal))) throw new DataError('revision_cut_off', { found: rev });
  throw new DataError('unknown_revision', { found: rev, ...(near === null ? {} : { expected: near }) });
}

/** Whether a text is the whole id of an object of git, of either kind (SHA-1, SHA-256). */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
