const longest = 60;

/**
 * A name or value from the data, made safe to stand in a sentence: control and direction characters are made visible,
 * and a long text is cut in the middle, so that its beginning and its end can both be recognised.
 */
export function dataText(value: string, most = longest): string {
  // A value can be megabytes long: never walk more of it than can be shown.
  const head = value.length > 4 * most ? value.slice(0, 2 * most) : value;
  const tail = value.length > 4 * most ? value.slice(-2 * most) : '';
  const characters = [...visible(head)];
  if (tail === '' && characters.length <= most) return characters.join('');
  const last = tail === '' ? characters : [...visible(tail)];
  const kept = most - 1;
  return `${characters.slice(0, Math.ceil(kept / 2)).join('')}…${last.slice(-Math.floor(kept / 2)).join('')}`;
}

function visible(text: string): string {
  let out = '';
  for (const character of text) out += shown(character.codePointAt(0)!, character);
  return out;
}

function shown(code: number, character: string): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return isHidden(code) ? `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩` : character;
}

/** C1 controls, line separators, marks that turn the direction of the text, characters of no width and noncharacters. */
function isHidden(code: number): boolean {
  return (
    (code >= 0x80 && code <= 0x9f) ||
    code === 0xad ||
    code === 0x61c ||
    code === 0x180e ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfdd0 && code <= 0xfdef) ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code & 0xfffe) === 0xfffe ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}
