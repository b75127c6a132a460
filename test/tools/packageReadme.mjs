/**
 * The README as the package carries it. The page of an installed extension shows pictures from https addresses only, neither from the extension's
 * folder nor from the text itself: they would be broken, so they are left out, with the line that leads to the tour, which is nothing but
 * pictures. Links into the repository lead nowhere there and become text.
 * @param {string} text
 */
export function packageReadme(text) {
  return text
    .replace(/<details>.*?<\/details>\n*/gs, (block) => (/!\[/.test(block) ? '' : block))
    .replace(/^.*\(media\/docs\/tour\.md\).*\n+/gm, '')
    .replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n+/gm, '')
    .replace(/(?<!!)\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1');
}
