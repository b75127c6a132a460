import type { DataErrorCode } from '../../data/dataError.ts';
import { dataText } from '../dataText.ts';
import { sayPlain } from '../sayPlain.ts';
import { type ErrorParts, type ErrorSentence, unknown } from './errorParts.ts';

/** Sentences on revisions: what git, Git LFS and DVC do not have, or may not be asked. */
export const revisionErrors = {
  git_missing: ({ t }) =>
    t('Revisions are read with git, and no program git was found on the PATH. Install git, or add its folder to the PATH.'),
  git_failed: (parts) => sayPlain(parts.t, '{0}: git could not read this revision: {1}', parts.file, named(parts)),
  revisions_off: ({ t, file }) =>
    sayPlain(t, '{0}: revisions are read with git, which is not run in a workspace that is not trusted. Trust the workspace first.', file),
  no_repository: (parts) =>
    parts.found === null
      ? sayPlain(parts.t, '{0} lies in no git repository, so it has no revisions. Check the path, or compare two files.', parts.file)
      : sayPlain(parts.t, '{0}: git does not take the folder for a repository of yours: {1}', parts.file, named(parts)),
  bad_revision: (parts) =>
    sayPlain(parts.t, '{0}: {1} cannot name a revision. Write a branch, a tag, a commit, or one such as HEAD~1.', parts.file, named(parts)),
  unknown_revision: (parts) =>
    parts.expected === null
      ? sayPlain(
          parts.t,
          '{0}: there is no revision {1} in this repository. Check its spelling, or fetch it first.',
          parts.file,
          named(parts),
        )
      : sayPlain(parts.t, '{0}: there is no revision {1} in this repository. Did you mean {2}?', parts.file, named(parts), meant(parts)),
  revision_cut_off: (parts) =>
    sayPlain(
      parts.t,
      '{0}: there is no revision {1} in this repository, which was cloned without its older commits. Fetch them with git fetch --unshallow.',
      parts.file,
      named(parts),
    ),
  not_in_revision: (parts) =>
    parts.expected === null
      ? sayPlain(
          parts.t,
          '{0} is not in revision {1}, nor in a commit before or after it. Check the path; capitals count.',
          parts.file,
          named(parts),
        )
      : sayPlain(parts.t, '{0} is not in revision {1}. The nearest commit that has it is {2}.', parts.file, named(parts), meant(parts)),
  named_otherwise: (parts) =>
    sayPlain(parts.t, '{0} is not in revision {1}. Did you mean {2}? Capitals count.', parts.file, named(parts), meant(parts)),
  in_submodule: (parts) =>
    sayPlain(
      parts.t,
      '{0} lies in the submodule {1}, which is not checked out. Fetch it with git submodule update --init, and name a revision of it.',
      parts.file,
      named(parts),
    ),
  link_outside: (parts) =>
    sayPlain(parts.t, '{0} is a link to {1} in this revision, which leads out of it. Name the file itself.', parts.file, named(parts)),
  content_missing: (parts) =>
    sayPlain(
      parts.t,
      '{0}: its content is kept by {1} and is not on this machine. Fetch it with {2}.',
      parts.file,
      named(parts),
      meant(parts),
    ),
  content_differs: (parts) =>
    sayPlain(
      parts.t,
      '{0}: what {1} keeps of it on this machine is damaged, its checksum differs. Remove that copy and fetch it again with {2}.',
      parts.file,
      named(parts),
      meant(parts),
    ),
  bad_dvc_file: (parts) =>
    sayPlain(parts.t, '{0}: this file of DVC cannot be understood ({1}). Write it again with dvc.', parts.file, named(parts)),
  too_large: (parts) =>
    sayPlain(parts.t, '{0} takes {1} in this revision, and at most {2} are written to the disk.', parts.file, named(parts), meant(parts)),
} satisfies Partial<Record<DataErrorCode, ErrorSentence>>;

/** As it was written: a branch may be called like a kind of file. */
function named({ details }: ErrorParts): string {
  return dataText(details.found ?? unknown, 120);
}

function meant({ details }: ErrorParts): string {
  return dataText(details.expected ?? unknown, 120);
}
