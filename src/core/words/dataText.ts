import { visibleCharacters } from '../format/visibleCharacters.ts';

const longest = 60;

/**
 * A name or value from the data, made safe to stand in a sentence: control and direction characters are made visible,
 * and a long text is cut in the middle, so that its beginning and its end can both be recognised.
 */
export function dataText(value: string, most = longest): string {
  // A value can be megabytes long: never walk more of it than can be shown.
  const head = value.length > 4 * most ? value.slice(0, 2 * most) : value;
  const tail = value.length > 4 * most ? value.slice(-2 * most) : '';
  const characters = [...visibleCharacters(head)];
  if (tail === '' && characters.length <= most) return characters.join('');
  const last = tail === '' ? characters : [...visibleCharacters(tail)];
  const kept = most - 1;
  return `${characters.slice(0, Math.ceil(kept / 2)).join('')}…${last.slice(-Math.floor(kept / 2)).join('')}`;
}
