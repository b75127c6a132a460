import type { RichText } from '../report/richText.ts';
import { characterWidth, displayWidth } from './displayWidth.ts';
import { style } from './style.ts';

interface Unit {
  readonly text: string;
  readonly strong: boolean;
  readonly space: boolean;
}

/** Breaks a sentence into lines of at most `width` columns: at spaces, and in Chinese between characters, never before a closing mark. */
export function wrapRich(text: RichText, width: number, color: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let space = '';
  for (const word of words(text)) {
    if (word[0]!.space) {
      space = line === '' ? '' : ' ';
      continue;
    }
    const size = word.reduce((sum, unit) => sum + displayWidth(unit.text), 0);
    if (line !== '' && used + space.length + size > width) {
      lines.push(line);
      line = '';
      used = 0;
      space = '';
    }
    line += space + word.map((unit) => style(unit.text, unit.strong ? 'strong' : 'plain', color)).join('');
    used += space.length + size;
    space = '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Units that must stay on one line, together. */
function words(text: RichText): Unit[][] {
  const out: Unit[][] = [];
  let open = false;
  for (const part of text) {
    const strong = typeof part !== 'string';
    const plain = typeof part === 'string' ? part : 'strong' in part ? part.strong : part.code;
    for (const piece of plain.split(/( )|(?<=[\u2e80-\u9fff\uff00-\uffef])|(?=[\u2e80-\u9fff\uff08])/u)) {
      if (piece === undefined || piece === '') continue;
      if (piece === ' ') {
        out.push([{ text: ' ', strong, space: true }]);
        open = false;
        continue;
      }
      const glued = open && (/^[，。：；、）！？”’]/u.test(piece) || !breaks(out[out.length - 1]!, piece));
      const unit = { text: piece, strong, space: false };
      if (glued) out[out.length - 1]!.push(unit);
      else out.push([unit]);
      open = true;
    }
  }
  return out;
}

/** Whether a line may break between a word and what follows without a space: only beside a wide character. */
function breaks(before: readonly Unit[], after: string): boolean {
  const last = [...before[before.length - 1]!.text].pop()!;
  if (/[（“‘]/u.test(last)) return false;
  return characterWidth(last) === 2 || characterWidth([...after][0]!) === 2;
}
