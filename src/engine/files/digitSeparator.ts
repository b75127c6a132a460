/** Whether an underscore stands between digits. One that is cut between two pieces passes: a text that has one has more. Some GB/s. */
export function hasDigitSeparator(piece: Buffer): boolean {
  const digit = (at: number): boolean => (piece[at] ?? 0) >= 0x30 && (piece[at] ?? 0) <= 0x39;
  for (let at = piece.indexOf(0x5f); at >= 0; at = piece.indexOf(0x5f, at + 1)) if (digit(at - 1) && digit(at + 1)) return true;
  return false;
}
