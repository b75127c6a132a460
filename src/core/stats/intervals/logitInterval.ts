/** Interval of a share with the half width `half` on its own scale, taken on the logit scale: it stays between 0 and 1. Null at 0 and 1, where the logit has no slope. */
export function logitInterval(share: number, half: number): { readonly low: number; readonly high: number } | null {
  if (!(share > 0 && share < 1)) return null;
  const logit = Math.log(share / (1 - share));
  const wide = half / (share * (1 - share));
  return { low: 1 / (1 + Math.exp(wide - logit)), high: 1 / (1 + Math.exp(-wide - logit)) };
}
