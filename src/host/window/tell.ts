import { window } from 'vscode';
import { plainSentence } from './plainSentence.ts';

/** Tells what went wrong; answers with the action that was chosen, if any. */
export function tellError(sentence: string, ...actions: string[]): Thenable<string | undefined> {
  return window.showErrorMessage(plainSentence(sentence), ...actions);
}

/** Tells what is not as it should be. */
export function tellWarning(sentence: string): void {
  void window.showWarningMessage(plainSentence(sentence));
}

/** Tells something good to know; answers with the action that was chosen, if any. */
export function tellInformation(sentence: string, ...actions: string[]): Thenable<string | undefined> {
  return window.showInformationMessage(plainSentence(sentence), ...actions);
}
