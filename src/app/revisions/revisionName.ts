import { basename } from 'node:path';

/** The beginning of a commit's id that people read. */
export function shortId(commit: string): string {
  return commit.slice(0, 7);
}

/** How a revision of a file is called in reports: `data.csv @ HEAD~1 (3f2a1b7)`; the id stands once where it is the revision. */
export function revisionName(path: string, rev: string, commit: string): string {
  const name = basename(path) || path;
  return commit.startsWith(rev) ? `${name} @ ${shortId(commit)}` : `${name} @ ${rev} (${shortId(commit)})`;
}
