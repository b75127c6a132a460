import { l10n, Uri, workspace } from 'vscode';
import { role } from '../../core/spec/comparisonSpec.ts';
import { askText } from '../window/askText.ts';
import type { OpenText } from '../window/driftbookLanguage.ts';
import { replaceText } from '../window/openTexts.ts';
import { pickOne } from '../window/pickOne.ts';
import { tellError } from '../window/tell.ts';

/** A place in an open driftbook, as quick fixes hand it over. */
export interface DriftbookPlace {
  readonly uri: string;
  /** Offset of the text. */
  readonly at: number;
}

/** Longest reason that is asked for. */
const longestReason = 1000;

function open({ uri }: DriftbookPlace): Thenable<OpenText> {
  return workspace.openTextDocument(Uri.parse(uri));
}

/** Asks until when and why, and silences a check. */
export async function muteCheckAt(place: DriftbookPlace): Promise<void> {
  const soon = new Date(Date.now() + 14 * 24 * 3_600_000).toISOString().slice(0, 10);
  const until = await askText({
    title: l10n.t('Mute Check'),
    prompt: l10n.t('The last day without an alarm, such as 2026-12-31.'),
    value: soon,
    wrong: (typed) => (isDay(typed) ? null : l10n.t('Write a day as {0}.', '2026-12-31')),
  });
  if (until === undefined || !isDay(until)) return;
  const reason = await askReason(true);
  if (reason === undefined) return;
  const { checkAtOffset, muteCheck } = await import('../../app/driftbookFiles.ts');
  await change(place, (text) => {
    const check = checkAtOffset(text, place.at);
    return check && muteCheck(text, check.path, { until, reason });
  });
}

/** Asks for another bound of a check and why, and puts both into the file. */
export async function changeCheckBound(place: DriftbookPlace & { readonly bound: string }): Promise<void> {
  const { changeBound, checkAtOffset, parseDriftbook } = await import('../../app/driftbookFiles.ts');
  const before = (await open(place)).getText();
  const check = checkAtOffset(before, place.at);
  const now = check?.bounds.get(place.bound);
  if (check === null || now === undefined) return;
  const boundOf = (typed: string): number | string => (/%$/.test(typed.trim()) ? typed.trim() : Number(typed));
  const wrong = (typed: string): boolean =>
    typed.trim() === '' ||
    parseDriftbook(changeBound(before, check.path, place.bound, boundOf(typed), '')).problems.length >
      parseDriftbook(before).problems.length;
  const typed = await askText({
    title: l10n.t('{0} of {1}', place.bound, check.measure),
    prompt: l10n.t('The new limit, such as 0.25 or 25%.'),
    value: now,
    wrong: (text) => (wrong(text) ? l10n.t('Write a number, such as 0.25 or 25%.') : null),
  });
  if (typed === undefined || wrong(typed)) return;
  const reason = await askReason(false);
  if (reason === undefined) return;
  await change(place, (text) => {
    const found = checkAtOffset(text, place.at);
    return found && changeBound(text, found.path, place.bound, boundOf(typed), reason);
  });
}

/** Asks what the column at a place is, and says so in the file. */
export async function setColumnRoleAt(place: DriftbookPlace): Promise<void> {
  const { columnAtOffset, setColumnRole } = await import('../../app/driftbookFiles.ts');
  const column = columnAtOffset((await open(place)).getText(), place.at);
  if (column === null) return;
  const picked = await pickOne(
    (role.node.is === 'choice' ? role.node.of : []).map((label) => ({ label })),
    { title: l10n.t('Role of {0}', column) },
  );
  if (picked !== undefined) await change(place, (text) => setColumnRole(text, column, picked.label));
}

function askReason(needed: boolean): Thenable<string | undefined> {
  return askText({
    title: l10n.t('Reason'),
    prompt: l10n.t('Why, for whoever reads the file later.'),
    value: '',
    wrong: (typed) =>
      (needed && typed.trim() === '') || typed.length > longestReason ? l10n.t('Say why, in at most {0} characters.', longestReason) : null,
  });
}

/** Edits a text as it is by now; null: nothing is there any more. */
async function change(place: DriftbookPlace, edited: (text: string) => string | null): Promise<void> {
  const { changedPart, SpliceRefused } = await import('../../app/driftbookFiles.ts');
  const text = await open(place);
  try {
    const after = edited(text.getText());
    if (after !== null && (await replaceText(text, changedPart(text.getText(), after)))) return;
  } catch (error) {
    if (!(error instanceof SpliceRefused)) throw error;
  }
  void tellError(
    l10n.t('The edit was not made: the text has changed, or is laid out in a way that the edit would break. Make it by hand.'),
  );
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
