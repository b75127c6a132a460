import {
  type Disposable,
  NotebookCellData,
  NotebookCellKind,
  NotebookCellOutput,
  NotebookCellOutputItem,
  NotebookData,
  type NotebookDocument,
  notebooks,
  type Uri,
  workspace,
} from 'vscode';
import { driftbookLanguage } from './driftbookLanguage.ts';
import { plainSentence } from './plainSentence.ts';

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
        const plain = cells.map(({ kind, value, metadata: of }) => plainCell(kind, value, of?.index));
        return new TextEncoder().encode(await texts.write(typeof text === 'string' ? text : '', plain));
      },
    },
    { transientOutputs: true },
  );
}

/** What a cell shows of its run. */
export interface PlainOutput {
  readonly markdown: string;
  readonly plain: string;
  readonly failed: boolean;
}

/** Runs cells of a notebook. */
export interface NotebookRunner {
  /** `positions`: those of the cells that are run, among all. `tell` shows what became of one; a rejection is shown by the cells that were not told of. */
  run(
    notebook: { readonly file: Uri; readonly text: string; readonly cells: readonly PlainCell[] },
    positions: readonly number[],
    tell: (position: number, output: PlainOutput) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** Offers to run the cells of driftbook notebooks, one or all, with Cancel. */
export function offerKernel(runner: NotebookRunner, label: string, description: string): Disposable {
  const controller = notebooks.createNotebookController('driftbook', notebookType, plainSentence(label));
  controller.supportedLanguages = [driftbookLanguage];
  controller.supportsExecutionOrder = true;
  controller.description = plainSentence(description);
  let order = 0;
  controller.executeHandler = async (cells, notebook) => {
    const abort = new AbortController();
    const executions = new Map(
      cells.map((cell) => {
        const execution = controller.createNotebookCellExecution(cell);
        execution.executionOrder = ++order;
        execution.token.onCancellationRequested(() => abort.abort());
        execution.start(Date.now());
        void execution.clearOutput();
        return [cell.index, execution] as const;
      }),
    );
    const end = (position: number, output: PlainOutput | null): void => {
      const execution = executions.get(position);
      if (execution === undefined) return;
      executions.delete(position);
      const shown = output === null || output.plain === '' ? Promise.resolve() : execution.replaceOutput(outputOf(output));
      void Promise.resolve(shown).finally(() => execution.end(output === null ? undefined : !output.failed, Date.now()));
    };
    try {
      await runner.run({ file: notebook.uri, ...openedCells(notebook) }, [...executions.keys()], end, abort.signal);
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      // What was cancelled says so by itself.
      const output = abort.signal.aborted ? null : { markdown: '', plain: plainSentence(sentence), failed: true };
      for (const position of [...executions.keys()]) end(position, output);
    }
    for (const position of [...executions.keys()]) end(position, null);
  };
  return controller;
}

function outputOf({ markdown, plain }: PlainOutput): NotebookCellOutput {
  return new NotebookCellOutput([
    ...(markdown === '' ? [] : [NotebookCellOutputItem.text(markdown, 'text/markdown')]),
    NotebookCellOutputItem.text(plain, 'text/plain'),
  ]);
}

function openedCells(notebook: NotebookDocument): { readonly text: string; readonly cells: readonly PlainCell[] } {
  const text: unknown = notebook.metadata.text;
  return {
    text: typeof text === 'string' ? text : '',
    cells: notebook.getCells().map(({ kind, document, metadata }) => plainCell(kind, document.getText(), metadata.index)),
  };
}

function plainCell(kind: NotebookCellKind, source: string, index: unknown): PlainCell {
  return { kind: kind === NotebookCellKind.Markup ? 'markdown' : 'code', source, index: typeof index === 'number' ? index : null };
}
