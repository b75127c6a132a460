import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type ReportFileFormat, reportContents } from '../core/render/registry.ts';
import type { Report } from '../core/report/report.ts';
import { sayDocument } from '../core/sections/sayDocument.ts';
import type { Translate } from '../core/words/translate.ts';

/** What the files of a report are made with. */
export interface FileSurroundings {
  /** Folder of the bundles of the page. */
  readonly pageFolder: string;
  /** The language that `t` translates to. */
  readonly language: string;
  readonly t: Translate;
}

/** A report as the content of a file. */
export async function reportFile(report: Report, format: ReportFileFormat, { pageFolder, language, t }: FileSurroundings): Promise<string> {
  const bundle = (name: string): Promise<string> => readFile(join(pageFolder, name), 'utf8');
  return reportContents[format](report, {
    say: () => sayDocument(report, t, language),
    page: async () => ({ script: await bundle('report.js'), style: await bundle('report.css') }),
    compress: (bytes) => deflateRawSync(bytes, { level: 9 }),
    sha256Base64: (text) => createHash('sha256').update(text).digest('base64'),
  });
}
