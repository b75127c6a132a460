/** What the editor takes for a link in a message: VS Code 1.139.1, `parseLinkedText` (src/vs/base/common/linkedText.ts); and as it was before 1.63. */
const links = [
  /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi,
  /\[([^\]]+)\]\(((?:https?:\/\/|command:)[^)\s]+)(?: (["'])([^3]+)(\3))?\)/gi,
];

/** Whether the editor would show a link in a text. */
export function holdsLink(text: string): boolean {
  return links.some((link) => text.match(link) !== null);
}

/** A text as the editor shows it where it takes links out first, which may leave another one. */
export function withoutLinks(text: string): string {
  return text.replace(links[0]!, '$1');
}
