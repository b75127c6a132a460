import { type Disposable, type ExtensionContext, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { fileName } from './fileName.ts';

const memory = 'driftbook.reference';

/** The file chosen as reference for the next comparisons: kept for the workspace, shown in the status bar. */
export class ReferenceMark implements Disposable {
  readonly #context: ExtensionContext;
  readonly #item: StatusBarItem;

  constructor(context: ExtensionContext) {
    this.#context = context;
    this.#item = window.createStatusBarItem('driftbook.reference', StatusBarAlignment.Left);
    this.#item.name = l10n.t('Drift Reference');
    this.#item.command = 'driftbook.compareWithReference';
    this.#show();
  }

  get path(): string | undefined {
    return this.#context.workspaceState.get<string>(memory);
  }

  async set(path: string | undefined): Promise<void> {
    await this.#context.workspaceState.update(memory, path);
    this.#show();
  }

  dispose(): void {
    this.#item.dispose();
  }

  #show(): void {
    const { path } = this;
    if (path === undefined) this.#item.hide();
    else {
      this.#item.text = `$(target) ${fileName(path)}`;
      this.#item.tooltip = l10n.t('Drift reference: {0}\nClick to compare a file with it.', path);
      this.#item.accessibilityInformation = { label: l10n.t('Drift reference: {0}', fileName(path)), role: 'button' };
      this.#item.show();
    }
  }
}
