import { licenceText } from './licenceText.mjs';

/** Who holds the copyright, as the licence text says, without years; an empty text when it does not. */
function holders(text) {
  const lines = [...text.matchAll(/^\W*Copyright(?: notice)?:? *(?:\([cC]\)|©)? *[\d ,–-]*(?:present)?,? *(?:by )?(\p{L}.*)$/gmu)];
  return [...new Set(lines.map(([, name]) => name.replace(/\s*(?:\.? *all rights reserved\.?|<.*>|\.)\s*$/i, '').trim()))].join(', ');
}

/**
 * One line for exported pages: the packages in the page's program with licence and holder, those alike together.
 * @param {Awaited<ReturnType<typeof import('./bundledPackages.mjs').bundledPackages>>} packages
 */
export function pageNotice(packages) {
  const groups = new Map();
  for (const found of packages) {
    if (!found.bundles.some((bundle) => bundle.includes('webview/'))) continue;
    const by = holders(licenceText(found));
    const key = by === '' ? found.licence : `${found.licence}, © ${by}`;
    groups.set(key, [...(groups.get(key) ?? []), `${found.name} ${found.version}`]);
  }
  const texts = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, names]) => `${names.join(', ')} (${key})`);
  const notice = `Made with Driftbook (MIT). The page's program contains ${texts.join('; ')}. The licence texts are in Driftbook's THIRD_PARTY_NOTICES.txt.`;
  // It stands in an HTML comment.
  if (/--|[<>]/.test(notice)) throw new Error('a licence holder would end the comment the notice stands in');
  return notice;
}
