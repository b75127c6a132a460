const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The months a text names, as "2019-04": "Jan – Oct 2018", "April 2019", "2018年1月–10月". A year stands for the month before it, too. */
export function monthsIn(text: string): string[] {
  const found: { month: number; year: string | null }[] = [];
  const pattern = /(\d{4})年(\d{1,2})月|(?<=–\s?)(\d{1,2})月|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\s(\d{4}))?/g;
  for (const [, year, month, next, name, after] of text.matchAll(pattern)) {
    if (year !== undefined) found.push({ month: Number(month), year });
    else if (next !== undefined) found.push({ month: Number(next), year: found.at(-1)?.year ?? null });
    else found.push({ month: english.indexOf(name!) + 1, year: after ?? null });
  }
  return found.map(({ month, year }, i) => `${year ?? found.slice(i).find((one) => one.year !== null)?.year}-${two(month)}`);
}

/** The chunk a text names, as the report calls it: "June 2019" is "2019-06", "week of 15 Jun 2026" "2026-06-15". */
export function chunkIn(text: string): string | undefined {
  const day = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})/.exec(text) ?? null;
  if (day !== null) return `${day[3]}-${two(english.indexOf(day[2]!) + 1)}-${two(Number(day[1]))}`;
  const chinese = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text);
  if (chinese !== null) return `${chinese[1]}-${two(Number(chinese[2]))}-${two(Number(chinese[3]))}`;
  return monthsIn(text)[0];
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
