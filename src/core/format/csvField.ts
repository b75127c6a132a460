/** A cell of a CSV file (RFC 4180): quoted where it must be. */
export function csvField(value: string): string {
  return /[",\r\n]/.test(value) || value.trim() !== value ? `"${value.replace(/"/g, '""')}"` : value;
}

/** A text cell: what a spreadsheet would run as a formula gets a leading apostrophe. */
export function csvText(value: string): string {
  return csvField(/^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value);
}
