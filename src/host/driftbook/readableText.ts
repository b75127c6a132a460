import type { OpenText } from '../window/driftbookLanguage.ts';

/** A part of a text by offsets. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** An open text as a whole driftbook: of a cell of a notebook, one that holds the cell alone. */
export interface ReadableText {
  readonly text: string;
  /** Where an offset of the open text lies in it. */
  readonly framed: (offset: number) => number;
  /** Where a part of it lies in the open text; null where it does not. */
  readonly unframed: (part: Part) => Part | null;
}

/** Whether a text is a cell of a notebook, which is no driftbook by itself. */
export function isCell({ uri }: OpenText): boolean {
  return uri.scheme === 'vscode-notebook-cell';
}

/** An open text as it is read. */
export async function readableText(open: OpenText): Promise<ReadableText> {
  const text = open.getText();
  if (!isCell(open)) return { text, framed: (offset) => offset, unframed: (part) => part };
  const { cellFrame } = await import('../../app/driftbookFiles.ts');
  return cellFrame(text);
}
