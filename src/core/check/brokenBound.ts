/** The side of a floor and ceiling that a value lies beyond, with the number that was asked for; of no value the one that was asked for first. */
export function brokenBound(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  value: number | null,
): { readonly side: 'min' | 'max'; readonly limit: number } | null {
  if (min !== null && (value === null || value < min)) return { side: 'min', limit: min };
  return max !== null && (value === null || value > max) ? { side: 'max', limit: max } : null;
}
