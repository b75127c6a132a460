/** Puts a real minus sign in place of the hyphen Intl writes, so that figures line up in tables. */
export function withMinus(text: string): string {
  return text.replace(/^-/, '\u2212');
}
