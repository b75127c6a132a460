import { brokenBound } from '../../../check/brokenBound.ts';
import type { Evaluation } from '../../../report/evaluationOf.ts';
import type { EvaluationText } from '../../../report/evaluationText.ts';
import type { RichText } from '../../../report/richText.ts';
import { dataText } from '../../../words/dataText.ts';
import { measureFormat } from '../../../words/measureFormat.ts';
import { rich } from '../../../words/rich.ts';
import { sayPlain } from '../../../words/sayPlain.ts';
import type { Translate } from '../../../words/translate.ts';
import type { Resource } from '../result.ts';

/** A resource in words: a line for each figure of it. */
export function resourceText({ column, figures }: Resource, t: Translate, locale: string): EvaluationText['resources'][number][] {
  return figures.map(({ of, reference, current, difference, floor }) => {
    const format = measureFormat('target', [reference?.value, current.value], difference?.value ?? null, locale);
    const verdict = floor?.verdict ?? null;
    const interval = current.low === null || current.high === null ? null : { low: current.low, high: current.high };
    const change =
      difference === null || difference.low === null || difference.high === null ? null : { low: difference.low, high: difference.high };
    return {
      name: figureName(of, dataText(column), t),
      reference: format.value(reference?.value ?? null),
      current: [format.value(current.value), format.interval(interval)].filter((part) => part !== '').join(' '),
      change: difference?.value == null ? '–' : format.changeWithInterval(difference.value, change),
      glyph: verdict === 'fail' ? '▲' : verdict === 'cannot_tell' ? '?' : verdict === 'pass' ? '✓' : '–',
      word:
        verdict === 'fail'
          ? t('beyond the limit')
          : verdict === 'cannot_tell'
            ? t('cannot tell')
            : verdict === 'pass'
              ? t('ok')
              : t('not judged'),
    };
  });
}

/** "latency_ms, mean". */
export function figureName(of: Resource['figures'][number]['of'], column: string, t: Translate): string {
  switch (of) {
    case 'mean':
      return sayPlain(t, '{0}, mean', column);
    case 'median':
      return sayPlain(t, '{0}, median', column);
    case 'p95':
      return sayPlain(t, '{0}, 95 % quantile', column);
  }
}

/** The first limit on a resource that is broken, in a sentence; empty when none is. */
export function brokenResourceText({ resources }: Evaluation, t: Translate, locale: string): RichText {
  const number = (x: number): string => measureFormat('target', [x], null, locale).value(x);
  for (const { column, figures } of resources) {
    for (const { of, current, floor } of figures) {
      if (floor?.verdict !== 'fail' || current.value === null) continue;
      const name = { strong: figureName(of, dataText(column), t) };
      const broken = brokenBound(floor, current.value);
      return broken?.side === 'max'
        ? rich(t, 'A limit is broken: {0} is {1}, above the {2} you allow.', name, number(current.value), number(broken.limit))
        : rich(t, 'A limit is broken: {0} is {1}, below the {2} you ask for.', name, number(current.value), number(broken?.limit ?? 0));
    }
  }
  return [];
}
