import type { AskedResult } from '../../core/check/askedResult.ts';
import { cellKinds } from '../../core/driftbook/cells/registry.ts';
import type { RunCell } from '../../core/driftbook/driftbookRun.ts';
import { escapeMarkdown } from '../../core/format/escapeMarkdown.ts';
import { renderMarkdown } from '../../core/render/markdown.ts';
import { renderText } from '../../core/render/text.ts';
import type { Report } from '../../core/report/report.ts';
import { reportBlocks } from '../../core/sections/registry.ts';
import { sayReport } from '../../core/sections/sayReport.ts';
import { cellReasonText, outcomeTexts } from '../../core/words/asked/cellText.ts';
import { resultText } from '../../core/words/asked/resultText.ts';
import type { Translate } from '../../core/words/translate.ts';

/** What a cell shows of its run, as Markdown and as plain text. Nothing in the data can become markup. */
export interface CellOutput {
  readonly markdown: string;
  readonly plain: string;
  /** Whether it counts as failed: it could not be run, or a check that counts is broken. */
  readonly failed: boolean;
}

/** Columns of a text that no window wraps. */
const width = 100;

/** What a cell shows: its checks one by one, and below them its sections of the report, as every end shows them. */
export function cellOutput(cell: RunCell, report: Report | null, t: Translate, language: string): CellOutput {
  const failed = cell.outcome === 'error' || cell.outcome === 'fail';
  const why = cellReasonText(cell, t);
  const reason = why === '' ? [] : [why];
  const asked = cell.checks.filter((result) => result.asked !== null).map((result) => checkLine(result, report, t, language));
  const lines = [...reason, ...asked];
  const told = { plain: lines.join('\n'), markdown: lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n') };
  const of = new Set<string>(cellKinds[cell.kind].sections);
  const sections = report?.sections.filter(({ kind }) => of.has(kind)) ?? [];
  if (report === null || sections.length === 0 || cell.outcome === 'error') return { ...told, failed };
  const shown = { ...report, sections };
  // The words of a report are made of all of it: its title says what was compared.
  const said = sayReport(report, t, language);
  const text = { ...said, blocks: reportBlocks(shown, said, t) };
  return {
    markdown: [told.markdown, renderMarkdown(text)].filter((part) => part !== '').join('\n\n'),
    plain: [told.plain, renderText(text, { width, color: false })].filter((part) => part !== '').join('\n\n'),
    failed,
  };
}

/** A check in a line, as every output of a run says it: what was found, of what, and what is allowed. */
function checkLine(result: AskedResult, report: Report | null, t: Translate, language: string): string {
  const chunks = report?.time?.chunks.map(({ name }) => name) ?? [];
  const { name, expected, actual, why } = resultText(result, chunks, t, language);
  const held = expected === '' ? actual : `${actual} (${expected})`;
  return `${outcomeTexts(t)[result.verdict.outcome].glyph} ${name}: ${[held, why].filter((word) => word !== '').join(' · ')}`;
}
