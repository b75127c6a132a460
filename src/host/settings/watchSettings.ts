import { type Disposable, l10n, workspace } from 'vscode';
import { pathText } from '../../core/spec/problem.ts';
import type { SettingProblem } from '../../core/spec/readSettings.ts';
import { translate } from '../editorTranslate.ts';
import { tellWarning } from '../window/tell.ts';
import { settingProblems } from './settings.ts';

/** Most problems of one setting that are told. */
const most = 2;

/** What is wrong with a setting, in a message. */
async function sentence(setting: string, problems: readonly SettingProblem[]): Promise<string> {
  const { problemText } = await import('../../app/outputs.ts');
  const told = problems.slice(0, most).map((problem) => problemText(problem, pathText(problem.path) || setting, translate));
  const left = problems.length - told.length;
  const more = left > 0 ? [l10n.t('{0} more', left)] : [];
  return l10n.t('In the setting “{0}” this is not understood and left out: {1}', setting, [...told, ...more].join(' '));
}

/** Says what of the settings is not understood: now, and whenever they change. What was told of a setting is not told again. */
export function watchSettings(): Disposable {
  const told = new Map<string, string>();
  const check = async (): Promise<void> => {
    const wrong = new Map<string, SettingProblem[]>();
    for (const problem of settingProblems()) {
      const setting = `driftbook.${problem.setting}`;
      wrong.set(setting, [...(wrong.get(setting) ?? []), problem]);
    }
    for (const setting of told.keys()) if (!wrong.has(setting)) told.delete(setting);
    for (const [setting, problems] of wrong) {
      const message = await sentence(setting, problems);
      if (told.get(setting) !== message) tellWarning(message);
      told.set(setting, message);
    }
  };
  void check();
  return workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('driftbook')) void check();
  });
}
