import { reachesLimit } from './reachesLimit.ts';

/** First chunk from which two thirds of the judged chunks to the end are bad; null without one. `bad`: null for a chunk that was not judged. */
export function failingSince(bad: readonly (boolean | null)[]): number | null {
  let found = 0;
  let judged = 0;
  let since: number | null = null;
  for (let i = bad.length - 1; i >= 0; i--) {
    if (bad[i] === null) continue;
    judged++;
    if (!bad[i]) continue;
    found++;
    if (reachesLimit(found / judged, 2 / 3)) since = i;
  }
  return since;
}

/** First chunk from which bad ones stand (`failingSince`); else the first bad one; null without one. */
export function sinceChunk(bad: readonly (boolean | null)[]): number | null {
  const since = failingSince(bad);
  if (since !== null) return since;
  const first = bad.indexOf(true);
  return first < 0 ? null : first;
}
