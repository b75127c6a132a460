import { visibleCharacters } from './visibleCharacters.ts';

/** A cell of a CSV file (RFC 4180): quoted where it must be. */
export function csvField(value: string): string {
  return /[",;\t\r\n]/.test(value) || value.trim() !== value ? `"${value.replace(/"/g, '""')}"` : value;
}

/** A text cell: control and direction characters are shown, and nothing in it is a formula. */
export function csvText(value: string): string {
  return csvField(withoutFormula(visibleCharacters(value)));
}

/**
 * A text in which nothing begins as a spreadsheet's formula does: an apostrophe stands before it, at the start and behind a semicolon or tab. There
 * a new cell begins where those part the cells, in the languages that write decimal commas; quotes and blanks before the formula do not help.
 */
export function withoutFormula(text: string): string {
  return text.replace(/^(?=[=+\-@＝＋－＠])|(?<=[;\t])(?=["' ]*[=+\-@＝＋－＠])/gu, "'");
}
