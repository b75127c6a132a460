import type { EvaluationText } from '../../../report/evaluationText.ts';
import type { Report } from '../../../report/report.ts';
import { chunkName } from '../../../words/chunkName.ts';
import { measureFormat } from '../../../words/measureFormat.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Estimate, EstimatePoint } from '../result.ts';
import { estimateUnit } from './estimateUnit.ts';
import { ledgerRows } from './ledgerText.ts';
import { refusalText } from './refusalText.ts';

/**
 * Every chunk with its estimate of the first measure. One that is worse than what reference shows says so before anything else; one whose labels
 * have come in says how the estimate stood the test, the others how they compare with reference.
 */
export function estimatedChunks(estimate: Estimate, report: Report, t: Translate, locale: string): EvaluationText['ledger'] {
  const [first] = estimate.rows;
  const { time } = report;
  if (first === undefined || time === null || first.chunks.every(({ value }) => value === null)) return [];
  const graded = new Map(ledgerRows(estimate, report, t, locale).map((row, i) => [estimate.ledger!.rows[i]!.chunk, row]));
  return first.chunks.flatMap((point) => {
    if (point.chunk === null) return [];
    const format = measureFormat(estimateUnit(first.name), [point.value, first.reference ?? null], null, locale);
    const told = graded.get(point.chunk);
    const estimated = `${format.value(point.value)} ${format.interval(point.low === null || point.high === null ? null : { low: point.low, high: point.high })}`;
    return [
      {
        chunk: chunkName(time, point.chunk, t, locale),
        estimate: told?.estimate ?? (point.value === null ? '–' : estimated.trim()),
        realised: told?.realised ?? '',
        ...(point.alert || told === undefined ? verdictOf(point, t) : { glyph: told.glyph, word: told.word }),
      },
    ];
  });
}

function verdictOf(point: EstimatePoint, t: Translate): { readonly glyph: string; readonly word: string } {
  if (point.value === null) return { glyph: '–', word: refusalText(point.refused?.code ?? 'undefined', t) };
  switch (point.standing) {
    case 'worse':
      return { glyph: '▲', word: t('worse than in reference') };
    case 'better':
      return { glyph: '✓', word: t('better than in reference') };
    case 'as_reference':
      return { glyph: '✓', word: t('as in reference') };
    default:
      return { glyph: '–', word: t('not judged') };
  }
}
