import { loadCsv } from './csv/loadCsv.ts';
import type { Dialect } from './csv/parseRecords.ts';
import { type PlainText, plainText } from './files/plainText.ts';
import type { SourceFiles } from './files/resolveFiles.ts';
import { verifySignature } from './files/signature.ts';
import { loadJson } from './json/loadJson.ts';
import type { OpenContext } from './openContext.ts';
import { openParquet } from './parquet/openParquet.ts';
import type { RawTable } from './rawTable.ts';

/** Opens the files of one side: Parquet in place, everything else loaded once. */
export async function openSide(files: SourceFiles, context: OpenContext): Promise<RawTable & { readonly dialect?: Dialect }> {
  const source = {
    label: files.label,
    path: files.path,
    format: files.format,
    files: files.files.map(({ path, bytes }) => ({ path, bytes })),
  };
  const texts: PlainText[] = [];
  for (const file of files.files) {
    const signature = await verifySignature(file.path, file.bytes, files.format, file.packing);
    if (files.format === 'csv' || files.format === 'json') {
      context.progress(file.path);
      texts.push(await plainText(file, signature, context.folder, context.signal));
    }
  }
  for (const encoding of new Set(texts.map((text) => text.encoding))) {
    if (encoding === null || encoding.startsWith('utf-16')) continue;
    const { side } = context;
    context.note({ code: 'encoding_assumed', level: 'info', side, column: null, values: { encoding } });
  }
  switch (files.format) {
    case 'csv':
      return loadCsv(texts, source, context);
    case 'json':
      return loadJson(texts, source, context);
    case 'parquet':
      return openParquet(files, source, context);
    case 'arrow': {
      // Loaded when needed: few datasets are Arrow files.
      const { loadArrow } = await import('./arrow/loadArrow.ts');
      return loadArrow(files, source, context);
    }
  }
}
