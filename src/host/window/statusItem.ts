import { type Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { plainLabel } from './plainLabel.ts';
import { plainSentence } from './plainSentence.ts';

/** What stands in the status bar. */
export interface StatusText {
  /** Name of one of the editor's icons, as `sync~spin`. */
  readonly icon: string;
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
}

/** An entry of the status bar, hidden at first; a click runs a command. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem;

  constructor(id: string, name: string, command: string) {
    this.#item = window.createStatusBarItem(id, StatusBarAlignment.Left);
    this.#item.name = name;
    this.#item.command = command;
  }

  show({ icon, text, tooltip, spoken }: StatusText): void {
    this.#item.text = `$(${icon}) ${plainLabel(text)}`;
    this.#item.tooltip = plainSentence(tooltip);
    this.#item.accessibilityInformation = { label: plainSentence(spoken), role: 'button' };
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
