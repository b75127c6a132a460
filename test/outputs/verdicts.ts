/** Verdicts by the glyph that stands before them in every output. */
const glyphs: Readonly<Record<string, string>> = { '▲': 'alert', '◐': 'watch', '✓': 'ok', '?': 'cannot_tell', '–': 'not_tested' };

/** The verdict a status shows: "▲ alert · since June 2019" is `alert`. */
export function verdictOf(status = ''): string {
  return glyphs[status.trim()[0] ?? ''] ?? `no verdict: ${status}`;
}

/** The verdicts of a measure that a glyph may stand for; null: not judged. */
export const measureVerdicts: Readonly<Record<string, readonly (string | null)[]>> = {
  alert: ['fail'],
  ok: ['pass', 'improved'],
  cannot_tell: ['cannot_tell'],
  not_tested: [null],
};
