import { commands, env, l10n, ThemeIcon, Uri, workspace } from 'vscode';
import type { RevisionChoice } from '../../app/revisions/listRevisions.ts';
import { editorFailure, isCancelled } from '../editorFailure.ts';
import { fileName } from '../fileName.ts';
import type { Comparisons } from '../runs/comparisons.ts';
import { activeFile } from '../window/activeFile.ts';
import { askText } from '../window/askText.ts';
import { type Choice, pickOne } from '../window/pickOne.ts';
import { tellError } from '../window/tell.ts';
import { withNotification } from '../window/withNotification.ts';
import { comparablePath } from './dataFileUri.ts';
import { pickDataset } from './pickDataset.ts';

/** What a menu hands over: a file, or a change as the source-control view lists it. */
export type RevisionTarget = Uri | { readonly resourceUri?: Uri };

interface RevisionItem extends Choice {
  /** Undefined: another one is typed. */
  readonly rev?: string;
}

/**
 * Compares a file as it is with its version at a git revision that is asked for, HEAD first; of a file of DVC (`data.csv.dvc`) what it stands for.
 * Git is not run in a workspace that is not trusted: that is said, with the way out.
 */
export async function compareWithRevision(comparisons: Comparisons, clicked: RevisionTarget | undefined): Promise<void> {
  if (!workspace.isTrusted) return tellUntrusted();
  const path = await pathOf(clicked);
  if (path === null) return;
  const rev = await askRevision(path);
  if (rev !== undefined) await comparisons.compare({ reference: { path, rev }, current: path, evaluate: false });
}

async function tellUntrusted(): Promise<void> {
  const manage = l10n.t('Manage Workspace Trust');
  const sentence = l10n.t('Revisions are read with git, which is not run in a workspace that is not trusted. Trust the workspace first.');
  if ((await tellError(sentence, manage)) === manage) await commands.executeCommand('workbench.trust.manage');
}

/** The file that is meant; null when there is none, or it cannot be compared, which is told. */
async function pathOf(clicked: RevisionTarget | undefined): Promise<string | null> {
  const uri = (clicked instanceof Uri ? clicked : clicked?.resourceUri) ?? activeFile();
  if (uri) return comparablePath(uri.path.endsWith('.dvc') ? uri.with({ path: uri.path.slice(0, -'.dvc'.length) }) : uri);
  const picked = await pickDataset({
    title: l10n.t('Compare with Git Revision'),
    placeholder: l10n.t('The file whose versions are compared'),
    near: null,
    order: (paths) => paths,
  });
  return picked ?? null;
}

async function askRevision(path: string): Promise<string | undefined> {
  const title = l10n.t('Compare {0} with Git Revision', fileName(path));
  const stop = new AbortController();
  const revisions = await withNotification(
    l10n.t('Looking at the revisions of {0}', fileName(path)),
    () => stop.abort(),
    async () => (await import('../../app/revisions/listRevisions.ts')).listRevisions(path, stop.signal),
  ).catch(async (error: unknown) => {
    if (!isCancelled(error)) void tellError(await editorFailure(error));
    return null;
  });
  if (revisions === null) return undefined;
  const other: RevisionItem = { label: l10n.t('Other Revision…'), always: true, icon: new ThemeIcon('edit') };
  const chosen = await pickOne([...withHeadings(revisions), other], {
    title,
    placeholder: l10n.t('The version to compare with'),
    matchAll: true,
  });
  if (chosen === undefined || chosen.rev !== undefined) return chosen?.rev;
  const { canBeRevision } = await import('../../app/revisions/commit.ts');
  const typed = await askText({
    title,
    prompt: l10n.t('A branch, a tag, a commit, or one such as HEAD~3'),
    value: '',
    wrong: (text) => (canBeRevision(text.trim()) ? null : l10n.t('Write a branch, a tag, a commit, or one such as HEAD~3.')),
  });
  return typed?.trim();
}

/** The revisions as rows, each kind under its heading. */
function withHeadings(revisions: readonly RevisionChoice[]): RevisionItem[] {
  const headings = { branch: l10n.t('branches'), tag: l10n.t('tags'), commit: l10n.t('commits that changed the file') };
  const icons = { head: 'git-commit', branch: 'git-branch', tag: 'tag', commit: 'git-commit' };
  const day = new Intl.DateTimeFormat(env.language, { dateStyle: 'medium' });
  return revisions.flatMap((revision, i) => {
    const { kind, rev, commit, at, subject } = revision;
    const item: RevisionItem = {
      label: rev,
      description: [...(kind === 'commit' ? [] : [commit]), day.format(at), subject].join(' · '),
      icon: new ThemeIcon(icons[kind]),
      rev,
    };
    return kind === 'head' || revisions[i - 1]?.kind === kind ? [item] : [{ label: headings[kind], heading: true }, item];
  });
}
