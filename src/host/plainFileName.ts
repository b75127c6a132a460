/** A text, such as a column's name, as a file name every system takes: no separators, no spaces, not too long. */
export function plainFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return plain || 'chart';
}
