import { commitOf } from '../revisions/commit.ts';
import { repositoryOf } from '../revisions/repository.ts';

/** The commit that the repository of a folder is at; null where there is no repository, no commit yet or no git. Rejects with an AbortError alone. */
export async function headCommit(folder: string, signal: AbortSignal): Promise<string | null> {
  try {
    return await commitOf(await repositoryOf(folder, signal), 'HEAD', signal);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return null;
  }
}
