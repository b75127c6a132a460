/**
 * The README as the package carries it. The editor shows the page of an installed extension under a policy that lets pictures in from addresses and
 * from the page itself only, never from the extension's folder: the pictures are put into the text, those folded away are left out. Links into
 * the repository lead nowhere there and become text; the line that leads to the tour, which is nothing but pictures, is left out.
 * @param {string} text
 * @param {(path: string) => Buffer} read a PNG file by its path in the repository
 */
export function packageReadme(text, read) {
  return text
    .replace(/<details>.*?<\/details>\n*/gs, (block) => (/!\[/.test(block) ? '' : block))
    .replace(/^.*\(media\/docs\/tour\.md\).*\n+/gm, '')
    .replace(/(!?)\[([^\]]*)\]\((?!https?:|#)([^)]*)\)/g, (_, picture, words, path) =>
      picture === '' ? words : `![${words}](data:image/png;base64,${read(path).toString('base64')})`,
    );
}
