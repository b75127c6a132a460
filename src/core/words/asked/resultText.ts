import type { AskedLimit, AskedResult } from '../../check/askedResult.ts';
import { formatCount } from '../../format/count.ts';
import { formatNumber } from '../../format/number.ts';
import { subjectText } from '../../report/subjectText.ts';
import { dataText } from '../dataText.ts';
import { sayPlain } from '../sayPlain.ts';
import type { Translate } from '../translate.ts';

/** A check of a driftbook in words: plain texts, nothing of the data unescaped but what its format escapes. */
export interface ResultText {
  /** What was looked at, as it is written in the file: `psi price`. */
  readonly name: string;
  /** What is allowed: `≤ 0.2`; empty where the rule of the section decides. */
  readonly expected: string;
  readonly actual: string;
  /** Why it failed, cannot be told or does not apply; empty otherwise. */
  readonly why: string;
}

/** A check in words. @param chunks names of the chunks of its report. */
export function resultText(result: AskedResult, chunks: readonly string[], t: Translate, locale: string): ResultText {
  const { check, measurement, limits, broken } = result;
  const { chunk, ...whole } = measurement.subject;
  const about = dataText(subjectText({ ...whole, chunk: null }), 200);
  const part = chunk === null ? '' : dataText(chunks[chunk] ?? String(chunk));
  const name = [`${check.measure}${check.at === null ? '' : `@${check.at}`}`, about, part].filter((word) => word !== '').join(' ');
  const said = (broken === null ? limits : [broken]).map((limit) => limitText(limit, t, locale));
  return {
    name: dataText(name, 400),
    expected: said.join(', '),
    actual: actualText(result, locale),
    why: whyText(result, chunks, t, locale),
  };
}

const signs = { min: '≥', max: '≤', equals: '=' } as const;

function limitText({ side, value, from, base }: AskedLimit, t: Translate, locale: string): string {
  const limit = `${signs[side]} ${formatNumber(value, locale)}`;
  if (base === null) return limit;
  const at = formatNumber(base, locale);
  switch (from) {
    case 'percentile':
      return sayPlain(t, '{0}, what the runs before give', limit);
    case 'band':
      return sayPlain(t, '{0}, the mean of the runs before is {1}', limit, at);
    default:
      return sayPlain(t, '{0}, by {1} of {2}', limit, from, at);
  }
}

function actualText({ measurement: { value, interval } }: AskedResult, locale: string): string {
  if (value === null) return '–';
  if (interval === null) return formatNumber(value, locale);
  const end = (of: number | null): string => (of === null ? '…' : formatNumber(of, locale));
  return `${formatNumber(value, locale)} [${end(interval.low)}, ${end(interval.high)}]`;
}

function whyText(
  { verdict, near, history, since, muted, measurement }: AskedResult,
  chunks: readonly string[],
  t: Translate,
  locale: string,
): string {
  const { outcome, reason, rowsNeeded } = verdict;
  const said: string[] = [];
  if (outcome === 'fail' && since !== null && measurement.subject.chunk === null)
    said.push(sayPlain(t, 'since {0}', dataText(chunks[since] ?? String(since))));
  if (reason !== null && reason !== 'beyond') said.push(reasonText(reason, { near, history, rowsNeeded }, t, locale));
  if (outcome === 'fail' && muted !== null) said.push(sayPlain(t, 'muted until {0}: {1}', muted.until, dataText(muted.reason, 200)));
  return said.filter((word) => word !== '').join('; ');
}

function reasonText(
  reason: string,
  { near, history, rowsNeeded }: Pick<AskedResult, 'near' | 'history'> & { readonly rowsNeeded: number | null },
  t: Translate,
  locale: string,
): string {
  const meant = near === null ? '' : ` ${sayPlain(t, 'Did you mean {0}?', dataText(near))}`;
  switch (reason) {
    case 'may_be_chance':
      return rowsNeeded === null
        ? t('beyond the limit, which may be chance')
        : sayPlain(t, 'beyond the limit, which may be chance: about {0} rows would tell', formatCount(rowsNeeded, locale));
    case 'warm_up':
      return sayPlain(t, 'too few runs to go by: {0} of {1}', String(history?.runs ?? 0), String(history?.needed ?? 0));
    case 'no_reference':
      return t('reference has no such value');
    case 'no_previous':
      return t('there is no run before with such a value');
    case 'no_ratio':
      return t('what it is held against is not above 0');
    case 'min_rows':
      return sayPlain(t, 'fewer than {0} rows', formatCount(rowsNeeded ?? 0, locale));
    case 'no_measure':
      return `${t('the report has no such number.')}${meant}`;
    case 'no_column':
      return `${t('there is no such column.')}${meant}`;
    case 'no_slice':
      return `${t('the report has no such slice.')}${meant}`;
    case 'no_chunks':
      return t('there are no chunks of it');
    case 'no_part':
      return t('the report has no result of a query');
    case 'too_few_rows':
      return rowsNeeded === null ? t('too few rows') : sayPlain(t, 'too few rows: about {0} would tell', formatCount(rowsNeeded, locale));
    case 'whole':
    case 'chunk':
    case 'block':
    case 'missing':
      return '';
    default:
      return dataText(reason.replaceAll('_', ' '));
  }
}
