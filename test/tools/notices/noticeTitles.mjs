/**
 * What THIRD_PARTY_NOTICES names, in its order.
 * @param {string} notices
 * @returns {string[]}
 */
export function noticeTitles(notices) {
  return [...notices.matchAll(/^-{80}\n((?:[^\n]+\n)+)-{80}\n\n/gm)].flatMap(([, titles]) => titles.trimEnd().split('\n'));
}
