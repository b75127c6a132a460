import { window } from 'vscode';
import { plainSentence } from './plainSentence.ts';

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  /** What stands there at first. */
  readonly value: string;
  /** What is wrong with a text; null when nothing is. */
  readonly wrong: (text: string) => string | null;
}

/** Asks for a text. Undefined when the question is dismissed. */
export function askText({ title, prompt, value, wrong }: TextQuestion): Thenable<string | undefined> {
  return window.showInputBox({
    title: plainSentence(title),
    prompt: plainSentence(prompt),
    value,
    validateInput: (text) => {
      const sentence = wrong(text);
      return sentence === null ? null : plainSentence(sentence);
    },
  });
}
