import { isChinese } from '../format/isChinese.ts';

/** Axis of shares: few quiet grid lines, "10 %"; a null title leaves it to the picture. */
export function shareAxis(locale: string, title: string | null): object {
  const sign = isChinese(locale) ? '%' : '\u202f%';
  return {
    ...(title === null ? { title } : topTitle(title)),
    grid: true,
    tickCount: 3,
    labelExpr: `format(datum.value * 100, '~r') + '${sign}'`,
  };
}

/** A title of a vertical axis that stands level above it, where it can be read. */
export function topTitle(title: string): object {
  return { title, titleAngle: 0, titleAlign: 'left', titleAnchor: 'end', titleBaseline: 'bottom', titleX: -38, titleY: -8 };
}

/** A number of hours as a time of day: 5.5 is 05:30. */
const clockExpr =
  "format(floor(round(datum.value * 60) / 60), '02d') + ':' + format(round(datum.value * 60) - 60 * floor(round(datum.value * 60) / 60), '02d')";

/** Axis of values: "10k" when the numbers are long and far apart, else every digit the ticks need. */
export function valueAxis(domain: readonly [number, number], options: { readonly whole?: boolean; readonly clock?: boolean } = {}): object {
  // Times of day are numbers of hours.
  if (options.clock === true) return { title: null, labelExpr: clockExpr };
  const size = Math.max(Math.abs(domain[0]), Math.abs(domain[1]));
  const wide = domain[1] - domain[0] > size / 10;
  const short = size >= 10_000 && wide ? { labelExpr: "replace(format(datum.value, '~s'), 'G', 'B')" } : {};
  return { title: null, ...short, ...(options.whole === true ? { tickMinStep: 1, format: 'd' } : {}) };
}
