import { type Disposable, NotebookCellData, NotebookCellKind, NotebookData, workspace } from 'vscode';
import { driftbookLanguage } from './driftbookLanguage.ts';

/** The type of driftbook notebooks, as the manifest names it. */
export const notebookType = 'driftbook';

/** A cell in plain words: prose, or the text of any other. */
export interface PlainCell {
  readonly kind: 'markdown' | 'code';
  readonly source: string;
  /** Its place in the file that was opened; null of one that was added since. */
  readonly index: number | null;
}

/** How files become notebooks and back. Rejections are shown by the editor, and nothing is opened or written then. */
export interface NotebookTexts {
  read(bytes: Uint8Array): Promise<{ readonly text: string; readonly cells: readonly PlainCell[] }>;
  /** `text` is the one that was opened. */
  write(text: string, cells: readonly PlainCell[]): Promise<string>;
}

/** Opens driftbook files as notebooks and writes them. The text that was opened stays with the notebook; outputs are no part of the file. */
export function offerNotebooks(texts: NotebookTexts): Disposable {
  return workspace.registerNotebookSerializer(
    notebookType,
    {
      deserializeNotebook: async (bytes) => {
        const { text, cells } = await texts.read(bytes);
        const data = new NotebookData(
          cells.map(({ kind, source, index }) => {
            const cell =
              kind === 'markdown'
                ? new NotebookCellData(NotebookCellKind.Markup, source, 'markdown')
                : new NotebookCellData(NotebookCellKind.Code, source, driftbookLanguage);
            cell.metadata = { index };
            return cell;
          }),
        );
        data.metadata = { text };
        return data;
      },
      serializeNotebook: async ({ cells, metadata }) => {
        const text: unknown = metadata?.text;
        const plain = cells.map(({ kind, value, metadata: of }): PlainCell => {
          const index: unknown = of?.index;
          return {
            kind: kind === NotebookCellKind.Markup ? 'markdown' : 'code',
            source: value,
            index: typeof index === 'number' ? index : null,
          };
        });
        return new TextEncoder().encode(await texts.write(typeof text === 'string' ? text : '', plain));
      },
    },
    { transientOutputs: true },
  );
}
