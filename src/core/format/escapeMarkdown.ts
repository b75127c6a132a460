/** Zero-width space as an entity: it parts what GitHub would join to a mention, a reference or a link. */
const part = '&#8203;';

/** Makes a text stand in Markdown as it is: no markup, no HTML, no mention, no link, no cell border. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~$#!{}]/g, '\\$&')
    .replace(/@(?=\S)/g, `@${part}`)
    .replace(/\\#(?=\d)/g, `\\#${part}`)
    .replace(/\bGH-(?=\d)/gi, (match) => match + part)
    .replace(/:(?=\/\/)/g, `:${part}`)
    .replace(/\bwww\.(?=\S)/gi, (match) => match + part)
    .replace(/:(?=[a-z+_-][\w+-]*:)/gi, `:${part}`);
}
