import { type Disposable, type ExtensionContext, l10n } from 'vscode';
import { read } from '../../core/spec/read.ts';
import { text } from '../../core/spec/shape.ts';
import { fileName } from '../fileName.ts';
import { StatusItem } from '../window/statusItem.ts';

const memory = 'driftbook.reference';

/** The file chosen as reference for the next comparisons: kept for the workspace, shown in the status bar. */
export class ReferenceMark implements Disposable {
  readonly #context: ExtensionContext;
  readonly #item: StatusItem;

  constructor(context: ExtensionContext) {
    this.#context = context;
    this.#item = new StatusItem('driftbook.reference', l10n.t('Drift Reference'), 'driftbook.compareWithReference');
    this.#show();
  }

  get path(): string | undefined {
    return read(text(), this.#context.workspaceState.get(memory)).value;
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
      this.#item.show({
        icon: 'target',
        text: fileName(path),
        tooltip: l10n.t('Drift reference: {0}\nClick to compare a file with it.', path),
        spoken: l10n.t('Drift reference: {0}', fileName(path)),
      });
    }
  }
}
