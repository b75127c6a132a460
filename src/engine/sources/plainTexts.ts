import { type PlainText, plainText } from '../files/plainText.ts';
import type { SourceFiles } from '../files/resolveFiles.ts';
import type { OpenContext } from '../openContext.ts';
import type { Source } from './source.ts';
import { verified } from './verified.ts';

/** The files of a dataset as plain UTF-8 text; an encoding that had to be guessed is noted. */
export async function plainTexts({ files }: SourceFiles, source: Source, context: OpenContext): Promise<readonly PlainText[]> {
  const texts: PlainText[] = [];
  for (const file of files) {
    const signature = await verified(file, source);
    context.progress(file.path);
    texts.push(await plainText(file, source.format, signature, context.folder, context.signal));
  }
  for (const encoding of new Set(texts.map((text) => text.encoding))) {
    if (encoding === null || encoding.startsWith('utf-16')) continue;
    const { side } = context;
    context.note({ code: 'encoding_assumed', level: 'info', side, column: null, values: { encoding } });
  }
  return texts;
}
