import { formatShare } from './share.ts';

/** Difference of two shares with its sign, in points of a per cent: "+1.1 %", "−3 %", "0 %". Below half a point: "< 1 %". */
export function formatShareChange(change: number, locale: string): string {
  if (Math.abs(change) < 0.005) return formatShare(Math.abs(change), locale);
  return change > 0 ? `+${formatShare(change, locale)}` : formatShare(change, locale);
}
