import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from '../../harness/repo.mjs';

/** Licences that let their code be handed on with a notice. Another one is a question for a person, not for a script. */
const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Packages that name a licence and hold no text: the text that stands in their repositories. */
const withoutText = {
  '@microsoft/fast-element': 'microsoft-mit.txt',
  '@microsoft/fast-foundation': 'microsoft-mit.txt',
  '@microsoft/fast-web-utilities': 'microsoft-mit.txt',
  '@sqlite.org/sqlite-wasm': 'sqlite-wasm.txt',
  '@vscode/l10n': 'microsoft-mit.txt',
};

/** A text as it is compared and written: line ends of one character, no spaces at the ends of lines. */
export function tidy(text) {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** Texts of the files of a package whose names match, in the order of the names. */
function texts(folder, pattern) {
  const files = readdirSync(folder).filter((file) => pattern.test(file) && !file.endsWith('.json'));
  return files.sort().map((file) => tidy(readFileSync(join(folder, file), 'utf8')));
}

/**
 * Licence of a package. Throws when it is none of those allowed or there is no text.
 * @param {{name: string, licence: string, folder: string}} of folder: absolute
 * @returns {string}
 */
export function licenceText({ name, licence, folder }) {
  if (!allowed.includes(licence)) throw new Error(`${name} has the licence ${licence}: none of ${allowed.join(', ')}`);
  const own = texts(folder, /^(?:licen[cs]e|copying)/i);
  if (own.length > 0) return own.join('\n\n');
  if (!(name in withoutText)) throw new Error(`${name} holds no text of its licence: add one to test/tools/notices`);
  return tidy(readFileSync(join(repo, 'test/tools/notices/texts', withoutText[name]), 'utf8'));
}

/** Licence of a package, followed by what its other notices say. Throws as `licenceText` does. */
export function licenceWithNotices(found) {
  return [licenceText(found), ...texts(found.folder, /^(?:copyright|notice)/i)].join('\n\n');
}
