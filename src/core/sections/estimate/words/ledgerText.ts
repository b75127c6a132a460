import type { EvaluationText } from '../../../report/evaluationText.ts';
import type { Report } from '../../../report/report.ts';
import type { RichText } from '../../../report/richText.ts';
import { chunkName } from '../../../words/chunkName.ts';
import { measureFormat } from '../../../words/measureFormat.ts';
import { rich } from '../../../words/rich.ts';
import { sentences } from '../../../words/sentences.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Estimate } from '../result.ts';
import { estimateUnit } from './estimateUnit.ts';

/** How the estimates stood the test of the labels that have come in, and how many chunks still wait for theirs. */
export function ledgerText({ ledger }: Estimate, t: Translate, locale: string): RichText {
  if (ledger === null) return [];
  const { compared, inside, waiting, undefined: oneClass } = ledger;
  return sentences(locale, [
    compared === 1
      ? inside === 1
        ? rich(t, 'In the 1 chunk with labels the true value lay within the band.')
        : rich(t, 'In the 1 chunk with labels the true value lay outside the band.')
      : rich(t, 'In {0} of {1} chunks with labels the true value lay within the band.', inside, compared),
    oneClass === 0
      ? []
      : oneClass === 1
        ? rich(t, 'In 1 chunk the labels are in and of one class, so that it is not defined.')
        : rich(t, 'In {0} chunks the labels are in and of one class, so that it is not defined.', oneClass),
    waiting === 0
      ? []
      : waiting === 1
        ? rich(t, 'The labels of 1 chunk are still out.')
        : rich(t, 'The labels of {0} chunks are still out.', waiting),
  ]);
}

/** The chunks whose labels have come in, estimate beside truth. */
export function ledgerRows({ ledger, rows }: Estimate, { time }: Report, t: Translate, locale: string): EvaluationText['ledger'] {
  const [first] = rows;
  if (ledger === null || first === undefined || time === null) return [];
  return ledger.rows.map(({ chunk, estimate, low, high, realised, inside }) => {
    const format = measureFormat(estimateUnit(first.name), [estimate, realised], null, locale);
    return {
      chunk: chunkName(time, chunk, t, locale),
      estimate: `${format.value(estimate)} ${format.interval({ low, high })}`,
      realised: format.value(realised),
      glyph: inside ? '✓' : '◐',
      word: inside ? t('within the band') : t('outside the band'),
    };
  });
}
