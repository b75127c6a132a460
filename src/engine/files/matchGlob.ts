/** True when the path has characters that stand for many names. Brackets are taken literally. */
export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/**
 * Whether a name fits one segment of a glob (`part-*.csv`): `*` stands for any characters, `?` for one, and hidden names only fit a leading
 * dot. Goes back to the last star only, so O(segment × name) at most; an expression with several stars would try all ways to part the name.
 */
export function matchesSegment(segment: string, name: string): boolean {
  if (name.startsWith('.') && !segment.startsWith('.')) return false;
  const wanted = [...segment];
  const given = [...name];
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < given.length; ) {
    if (wanted[at] === '*') {
      star = at++;
      resume = i;
    } else if (wanted[at] === '?' || wanted[at] === given[i]) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++resume;
    } else return false;
  }
  while (wanted[at] === '*') at++;
  return at === wanted.length;
}
