/** Whether a value lies beyond its limits (strictly). NaN never does. */
export function isOutside(value: number, { lower, upper }: { readonly lower: number | null; readonly upper: number | null }): boolean {
  return (lower !== null && value < lower) || (upper !== null && value > upper);
}

/** Where an estimate stands against what reference shows by chance. @param lowIsWorse whether a low value is the bad one. */
export function estimateStanding(
  value: number,
  limits: { readonly lower: number; readonly upper: number },
  lowIsWorse: boolean,
): 'worse' | 'better' | 'as_reference' {
  if (!isOutside(value, limits)) return 'as_reference';
  return lowIsWorse === value > limits.upper ? 'better' : 'worse';
}
