/** True when the path has characters that stand for many names. Brackets are taken literally. */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/** One segment of a glob (`part-*.csv`) as an expression; `*` and `?` never match a slash, and hidden names only match a leading dot. */
export function segmentPattern(segment: string): RegExp {
  const body = segment
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${segment.startsWith('.') ? '' : '(?!\\.)'}${body}$`, 'su');
}
