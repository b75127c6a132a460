import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mulberry32 } from '../../../src/core/stats/samples/mulberry32.ts';
import { plainLabel } from '../../../src/host/window/plainLabel.ts';
import { plainSentence } from '../../../src/host/window/plainSentence.ts';
import { holdsLink, withoutLinks } from '../../harness/editorLinks.ts';

/** What the editor takes for an icon in a label: the same, `labelWithIconsRegex` (src/vs/base/browser/ui/iconLabel/iconLabels.ts). */
const icon = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/;

/** A text as a notification takes it: cut, on one line. */
const notified = (text: string): string =>
  text
    .slice(0, 1000)
    .replace(/(\r\n|\n|\r)/gm, ' ')
    .trim();
const hostile = [
  '[Show how to fix this](command:workbench.action.terminal.new?{"config":{"executable":"/bin/sh"}})',
  '[a](https://example.invalid/x)',
  '[a](HTTP://example.invalid/x "title")',
  '[a](file:///etc/passwd)',
  '[[a](command:x)](command:y)',
  '[a\n](command:x)',
  ']()[](command:x)',
];

test('no sentence holds what the editor takes for a link', () => {
  for (const text of hostile) {
    const plain = plainSentence(text);
    if (text.startsWith('[')) assert.ok(holdsLink(notified(text)), text);
    assert.ok(!holdsLink(notified(plain)) && !holdsLink(plain), plain);
    assert.ok(!holdsLink(withoutLinks(plain)), plain);
  }
});

test('parts that are no links by themselves become none side by side', () => {
  const pieces = ['[', ']', '(', ')', 'command:x', 'https://a.b', 'file:/c', ' ', '\n', '"', 'a', '](', '\r', '\u200b'];
  const random = mulberry32(11);
  const some = (): string => Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
  let dangerous = 0;
  for (let i = 0; i < 200_000; i++) {
    const [title, message] = [some(), some()];
    if (holdsLink(title) || holdsLink(`${title}: ${message}`)) dangerous++;
    for (const shown of [plainSentence(title), plainSentence(title + message), `${plainSentence(title)}: ${plainSentence(message)}`])
      assert.ok(!holdsLink(notified(shown)) && !holdsLink(withoutLinks(shown)), JSON.stringify(shown));
  }
  assert.ok(dangerous > 50, `only ${dangerous} of the texts were links to begin with`);
});

test('the sentence still reads well, and what is copied is what was read', () => {
  assert.equal(plainSentence('price[usd](net) moved'), 'price[usd] (net) moved');
  assert.equal(plainSentence('nothing to part: [a] (b), a(b)[c]\nsecond line'), 'nothing to part: [a] (b), a(b)[c]\nsecond line');
  assert.equal(plainSentence('漂移：[金额](净)'), '漂移：[金额] (净)');
});

test('control and direction characters are seen', () => {
  assert.equal(plainSentence('a\u202eb\u0007\u2066c'), 'a⟨U+202E⟩b␇⟨U+2066⟩c');
  assert.equal(plainSentence('[a]\u200b(command:x)'), '[a]⟨U+200B⟩(command:x)');
});

test('a name that looks like an icon stays text in a label', () => {
  for (const text of ['$(trash)', 'x $(sync~spin) y', '\\$(trash)', '$($(trash))', '$(trash)](command:x)']) {
    assert.match(text, icon);
    assert.doesNotMatch(plainLabel(text), icon);
  }
  assert.equal(plainLabel('$(trash) y'), '$ (trash) y');
});

test('a megabyte of brackets takes no longer than a megabyte of letters, by order of magnitude', () => {
  const cpu = (text: string): number => {
    const begun = process.cpuUsage();
    plainSentence(text);
    plainLabel(text);
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  cpu('a'.repeat(1e6));
  const usual = cpu('a'.repeat(1e6));
  for (const piece of ['[', '](', '$(', '$(a', '\n']) {
    const taken = cpu(piece.repeat(Math.ceil(1e6 / piece.length)));
    assert.ok(taken < 20 * usual + 200_000, `${JSON.stringify(piece)}: ${taken} µs, letters ${usual} µs`);
  }
});
