import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A repository that the real git makes. */
export interface GitRepository {
  readonly folder: string;
  path(name: string): string;
  write(name: string, content: string | Uint8Array): string;
  /** Runs git in it and gives what it prints, without the last line end. */
  git(...args: string[]): string;
  /** Commits all that is there; gives the commit. */
  commit(message: string): string;
}

/** Who commits, when, and no setting of the machine. */
const environment = {
  ...process.env,
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Makes an empty repository in a folder, on the branch `main`. */
export function gitRepository(folder: string): GitRepository {
  mkdirSync(folder, { recursive: true });
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).replace(/\n$/, '');
  git('init', '--quiet', '--initial-branch=main');
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    git,
    write: (name, content) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
      return path(name);
    },
    commit: (message) => {
      git('add', '--all', '--force');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
  };
}
