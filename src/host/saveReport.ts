import { dirname, join, parse } from 'node:path';
import { env, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import type { Report } from '../core/report/report.ts';
import type { HostMethods } from '../shared/webviewProtocol.ts';
import { translate } from './translate.ts';
import { writeFileWhole } from './writeFileWhole.ts';

type Format = HostMethods['save']['params']['format'];

const suffixes: Readonly<Record<Format, string>> = { json: 'json', markdown: 'md', csv: 'csv' };

/** The report, or its table of columns, as the text of a file. */
export async function renderReport(report: Report, format: Format): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'csv': {
      const { renderColumnsCsv } = await import('../core/render/columnsCsv.ts');
      return renderColumnsCsv(report);
    }
    case 'markdown': {
      const [{ renderMarkdown }, { reportText }] = await Promise.all([
        import('../core/render/markdown.ts'),
        import('../core/words/reportText.ts'),
      ]);
      return renderMarkdown(report, reportText(report, translate, env.language));
    }
  }
}

async function write(target: Uri, content: string): Promise<void> {
  if (target.scheme === 'file') await writeFileWhole(target.fsPath, content);
  else await workspace.fs.writeFile(target, new TextEncoder().encode(content));
}

/** Asks where to and writes a report there; a failure is told, with the way to its reason. */
export async function saveReport(report: Report, format: Format, log: LogOutputChannel): Promise<void> {
  const suffix = suffixes[format];
  const target = await window.showSaveDialog({
    title: l10n.t('Save Drift Report'),
    defaultUri: Uri.file(join(dirname(report.current.path), `${parse(report.current.path).name}-drift.${suffix}`)),
    filters: { [suffix.toUpperCase()]: [suffix] },
  });
  if (!target) return;
  try {
    await write(target, await renderReport(report, format));
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage(
      l10n.t('{0} could not be written: {1}', target.fsPath, error instanceof Error ? error.message : String(error)),
    );
    return;
  }
  const open = l10n.t('Open');
  void window.showInformationMessage(l10n.t('Saved {0}', workspace.asRelativePath(target)), open).then((answer) => {
    if (answer === open) void window.showTextDocument(target);
  });
}
