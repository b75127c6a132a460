/** Time between two previews, milliseconds. */
const leastGap = 300;
/** A preview may take this part of the run at most. */
const mostShare = 0.05;

/**
 * Decides when a preview is due: not before 300 ms since the last or since `started`, and so seldom that all of them together take less than 5 %
 * of the time, by what they were measured to cost. What is returned makes a preview when one is due, else does nothing.
 */
export function previewPace(now: () => number, started: number): (make: () => void) => void {
  let due = started + leastGap;
  return (make) => {
    const begun = now();
    if (begun < due) return;
    make();
    const ended = now();
    due = ended + Math.max(leastGap, (ended - begun) / mostShare);
  };
}
