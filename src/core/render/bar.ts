const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A horizontal bar of `width` columns for a share of `most`, in eighths of a column. */
export function bar(share: number, most: number, width: number): string {
  const size = Math.round(Math.max(0, Math.min(1, most === 0 ? 0 : share / most)) * width * 8);
  const full = '█'.repeat(Math.floor(size / 8));
  return (full + eighths[size % 8]!).padEnd(width, ' ');
}
