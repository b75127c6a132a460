import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** A text that grows: `head`, `pump` again and again, `tail`. */
export interface PumpedText {
  readonly head: string;
  readonly pump: string;
  readonly tail: string;
}

/** One of each kind of character that expressions of the program ask for. */
const characters = [...'1aAxe .,-_+"\'\\/:;=%|`*()[]{}<>#@!é中，\t\n\r\u00a0\u0301\u0001'];

/** A character that hardly any expression asks for. */
const misfit = '\u0001';

/** Repetitions of at least so many are pumped. */
const manyTimes = 8;

/**
 * Texts on which an expression may take more than linear time: for each of its repetitions what leads up to it, then what it repeats (and
 * whatever else may), very often, then something that does not fit; and the beginnings of whole matches, very often, which matter where a
 * match may start anywhere.
 */
export function pumpedTexts(source: string, flags: string): readonly PumpedText[] {
  const { pattern } = new RegExpParser({ ecmaVersion: 2024 }).parseLiteral(`/${source}/${flags}`);
  // What fits nowhere in front: else a part that is bound to the start takes all.
  const heads = new Set(['', misfit]);
  const pumps = new Set<string>();
  const tails = new Set(['', misfit, 'x']);
  const keep = (node: AST.Node): void => {
    for (const one of samples(node, flags).slice(0, 3)) pumps.add(one);
  };
  visitRegExpAST(pattern, {
    onCharacterEnter: keep,
    onCharacterSetEnter: keep,
    onCharacterClassEnter: keep,
    onQuantifierEnter(node) {
      if (node.max < manyTimes) return;
      const head = before(node, flags);
      heads.add(head);
      if (head !== '') pumps.add(head);
      for (const one of samples(node.element, flags)) {
        pumps.add(one);
        pumps.add(head + one);
      }
      tails.add(`${after(node, flags).slice(0, -1)}${misfit}`);
    },
  });
  return [...heads].flatMap((head) => [...pumps].flatMap((pump) => [...tails].map((tail) => ({ head, pump, tail }))));
}

/** Short texts that a part of an expression matches: one for each alternative, some for each set of characters. */
function samples(node: AST.Node, flags: string): readonly string[] {
  switch (node.type) {
    case 'Character':
      return [String.fromCodePoint(node.value)];
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const one = new RegExp(`^${node.raw}$`, flags.replace(/[gy]/g, ''));
      return characters.filter((character) => one.test(character)).slice(0, 6);
    }
    case 'Quantifier':
      return samples(node.element, flags).map((text) => text.repeat(Math.max(1, Math.min(node.min, 8))));
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.flatMap((alternative) => samples(alternative, flags)).slice(0, 12);
    case 'Alternative':
      return [node.elements.map((element) => samples(element, flags)[0] ?? '').join('')];
    default:
      return [];
  }
}

/** What leads up to a part of an expression, as short as it can be. */
function before(node: AST.Node, flags: string): string {
  const { parent } = node;
  if (parent === null) return '';
  if (parent.type !== 'Alternative') return before(parent, flags);
  const elements = parent.elements.slice(0, parent.elements.indexOf(node as AST.Element));
  return before(parent, flags) + elements.map((element) => samples(element, flags)[0] ?? '').join('');
}

/** What follows it. */
function after(node: AST.Node, flags: string): string {
  const { parent } = node;
  if (parent === null) return '';
  if (parent.type !== 'Alternative') return after(parent, flags);
  const elements = parent.elements.slice(parent.elements.indexOf(node as AST.Element) + 1);
  return elements.map((element) => samples(element, flags)[0] ?? '').join('') + after(parent, flags);
}
