import type { AskedResult } from '../check/askedResult.ts';
import type { RunCell } from '../driftbook/driftbookRun.ts';
import { cellName, cellReasonText } from '../words/asked/cellText.ts';
import { resultText } from '../words/asked/resultText.ts';
import type { Translate } from '../words/translate.ts';
import { chunkNames, type RunOutput } from './runOutput.ts';

const levels = { critical: 'error', warning: 'warning', info: 'note' } as const;

/**
 * Runs as SARIF 2.1.0, for code scanning: a result for each broken check at its line of the driftbook, muted ones as suppressed, and for each cell that could not be
 * run.
 *
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 to 3.35.
 */
export function renderSarif(outputs: readonly RunOutput[], t: Translate, locale: string): string {
  const results = outputs.flatMap((output) => output.run.cells.flatMap((cell) => resultsOf(output, cell, t, locale)));
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'driftbook',
            version: outputs[0]?.run.tool.version ?? '0',
            rules: rules.map((id) => ({ id, shortDescription: { text: id } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => ({ ...result, ruleIndex: rules.indexOf(result.ruleId) })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultsOf({ run, path, lineOf }: RunOutput, cell: RunCell, t: Translate, locale: string) {
  const at = (check: number | null) => [
    { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: lineOf(cell.index, check) } } },
  ];
  if (cell.outcome === 'error')
    return [
      {
        ruleId: `driftbook/${cell.kind}`,
        level: 'error' as const,
        message: { text: `${cellName(cell)}: ${cellReasonText(cell, t)}` },
        locations: at(null),
        partialFingerprints: { 'driftbook/v1': `${cell.name ?? cell.index}` },
      },
    ];
  const chunks = chunkNames(run, cell.report);
  const broken = cell.checks.filter(({ verdict }) => verdict.outcome === 'fail');
  return broken.map((result) => ({
    ruleId: `driftbook/${result.check.measure}`,
    level: levels[result.check.severity],
    message: { text: messageOf(result, chunks, t, locale) },
    locations: at(result.asked),
    partialFingerprints: { 'driftbook/v1': result.check.id },
    ...(result.muted === null ? {} : { suppressions: [{ kind: 'inSource', justification: result.muted.reason }] }),
  }));
}

function messageOf(result: AskedResult, chunks: readonly string[], t: Translate, locale: string): string {
  const { name, expected, actual, why } = resultText(result, chunks, t, locale);
  return `${name}: ${actual}${expected === '' ? '' : ` (${expected})`}${why === '' ? '' : `; ${why}`}`;
}

/** A path as a relative URI, or an absolute one of a file. */
function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${parts}`;
  return parts.startsWith('./') ? parts.slice(2) : parts;
}
