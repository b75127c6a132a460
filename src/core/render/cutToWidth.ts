import { characterWidth, displayWidth } from './displayWidth.ts';

/** Cuts a text in the middle so that it takes at most `width` columns of a terminal. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const characters = [...text];
  const head = take(characters, Math.ceil((width - 1) / 2));
  const tail = take(characters.reverse(), width - 1 - displayWidth(head));
  return `${head}…${[...tail].reverse().join('')}`;
}

function take(characters: readonly string[], width: number): string {
  let out = '';
  let left = width;
  for (const character of characters) {
    left -= characterWidth(character);
    if (left < 0) break;
    out += character;
  }
  return out;
}

/** Fills up with spaces on the right. */
export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Fills up with spaces on the left. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
