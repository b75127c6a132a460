import { formatNumber } from '../format/number.ts';

/** A bin of scores or predictions above `from` and up to `to` (null: no bound) as words: "≤ 0.1", "0.1 – 0.2", "> 0.9". */
export function scoreBinName({ from, to }: { readonly from: number | null; readonly to: number | null }, locale: string): string {
  if (from === null) return `≤ ${to === null ? '∞' : formatNumber(to, locale)}`;
  return to === null ? `> ${formatNumber(from, locale)}` : `${formatNumber(from, locale)} – ${formatNumber(to, locale)}`;
}
