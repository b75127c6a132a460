import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type GitRepository, gitRepository } from '../../harness/gitRepository.ts';

/** What a revision holds: text of a file, or of the files of a folder. */
export type Held = string | Readonly<Record<string, string>>;

/** A repository of DVC as it is kept with the tests: what git has at each tag, and what the cache holds. */
export interface KeptRepository {
  /** The program that made it. */
  readonly madeBy: string;
  readonly tags: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cache: Readonly<Record<string, string>>;
}

/** What was written, by tag and path: the truth that revisions are measured by. */
export const held: Readonly<Record<'v1' | 'v2', Readonly<Record<string, Held>>>> = Object.fromEntries(
  ([1, 2] as const).map((n) => [
    `v${n}`,
    {
      'data/train.csv': `x\n${n}\n`,
      parts: { 'a.csv': `x\n${n}0\n`, 'sub/b.csv': `x\n${n}00\n` },
      'parts/a.csv': `x\n${n}0\n`,
      'parts/sub': { 'b.csv': `x\n${n}00\n` },
      'out/made.csv': `x\n${n}000\n`,
      'stage/in/worked.csv': `x\n${n}0000\n`,
      'plain.csv': `x\n${n}5\n`,
    },
  ]),
) as never;

/**
 * Has the real dvc make a repository with tracked files, a folder, and outputs of stages, at two tags; one of the stages has a `wdir`. A
 * `remote` is a folder that its settings name from the beginning: dvc takes those of each revision.
 */
export function makeDvcRepository(dvc: string, folder: string, remote: string | null = null): GitRepository {
  const repository = gitRepository(folder);
  // No setting of the machine counts.
  const settings = `${folder}-settings`;
  const env = { ...process.env, DVC_NO_ANALYTICS: '1', DVC_GLOBAL_CONFIG_DIR: settings, DVC_SYSTEM_CONFIG_DIR: settings };
  const run = (...args: string[]): void => {
    execFileSync(dvc, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  };
  run('init');
  if (remote !== null) run('remote', 'add', '--default', 'store', remote);
  repository.write('stage/in/.keep', '');
  mkdirSync(repository.path('out'), { recursive: true });
  for (const n of [1, 2]) {
    repository.write('data/train.csv', `x\n${n}\n`);
    repository.write('parts/a.csv', `x\n${n}0\n`);
    repository.write('parts/sub/b.csv', `x\n${n}00\n`);
    repository.write('plain.csv', `x\n${n}5\n`);
    repository.write('source.csv', `x\n${n}000\n`);
    repository.write('stage/source.csv', `x\n${n}0000\n`);
    run('add', 'data/train.csv', 'parts');
    if (n === 1) {
      run('stage', 'add', '-n', 'make', '-d', 'source.csv', '-o', 'out/made.csv', 'cp', 'source.csv', 'out/made.csv');
      run('stage', 'add', '-n', 'work', '-w', 'stage', '-d', 'source.csv', '-o', 'in/worked.csv', 'cp', 'source.csv', 'in/worked.csv');
    }
    run('repro');
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '-m', `v${n}`);
    repository.git('tag', `v${n}`);
  }
  return repository;
}

/** Takes a repository apart, to be kept. */
export function keep(repository: GitRepository, madeBy: string): KeptRepository {
  const files = (tag: string): string[] => repository.git('ls-tree', '-r', '-z', '--name-only', tag).split('\0').filter(Boolean);
  const text = (tag: string, file: string): string => repository.git('show', `${tag}:${file}`);
  const tags = ['v1', 'v2'].map((tag) => [tag, Object.fromEntries(files(tag).map((file) => [file, `${text(tag, file)}\n`]))] as const);
  const cache = repository.path('.dvc/cache');
  const objects = (readdirSync(cache, { recursive: true, encoding: 'utf8' }) as string[]).filter(
    (name) => statSync(join(cache, name)).isFile() && !name.startsWith('runs'),
  );
  return {
    madeBy,
    tags: Object.fromEntries(tags),
    cache: Object.fromEntries(objects.sort().map((name) => [name, readFileSync(join(cache, name), 'utf8')])),
  };
}

/** Makes a repository of what was kept: its commits by the real git, its cache as it was. */
export function restore({ tags, cache }: KeptRepository, folder: string): GitRepository {
  const repository = gitRepository(folder);
  for (const [tag, files] of Object.entries(tags)) {
    for (const [name, text] of Object.entries(files)) repository.write(name, text);
    repository.commit(tag);
    repository.git('tag', tag);
  }
  putObjects(repository.path('.dvc/cache'), cache);
  return repository;
}

/** Writes the objects of a cache or of a remote, which are laid out alike. */
export function putObjects(folder: string, objects: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(objects)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) writeFileSync(path, text);
  }
}
