/** Farthest instant a Date can hold (ECMAScript, time values), in milliseconds from 1970: about 275,000 years. */
const farthest = 8.64e15;

/** The Date of an instant; what lies beyond all Dates, as other systems' `infinity` does, is the farthest one. */
export function dateOf(ms: number): Date {
  return new Date(Math.max(-farthest, Math.min(farthest, ms)));
}
