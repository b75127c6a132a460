/** A preview may take this part of the run at most. */
const mostShare = 0.05;

/**
 * Decides when a preview is due: not before `leastGap` milliseconds since the last or since `started`, and so seldom that all of them together
 * take less than 5 % of the time, by what they were measured to cost. What is returned makes a preview when one is due, else does nothing; one
 * that takes a while (a promise) is waited for, and until then none is due. The first preview after a pause holds what was left out.
 */
export function previewPace(now: () => number, started: number, leastGap = 300): (make: () => unknown) => void {
  let due = started + leastGap;
  return (make) => {
    const begun = now();
    if (begun < due) return;
    const made = make();
    const end = (): void => {
      const ended = now();
      due = ended + Math.max(leastGap, (ended - begun) / mostShare);
    };
    if (!(made instanceof Promise)) return end();
    due = Number.POSITIVE_INFINITY;
    void made.finally(end);
  };
}
