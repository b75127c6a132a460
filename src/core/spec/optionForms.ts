/** How the texts of an option, in their order, become a value, which the reader looks at after; undefined says nothing. Throws `Miswritten`. */
export type OptionForm = (texts: readonly string[]) => unknown;

/** A text that is not written as its option wants it. */
export class Miswritten extends Error {
  readonly text: string;
  readonly as: string;
  constructor(text: string, as: string) {
    super(`${text}: write it as ${as}`);
    this.text = text;
    this.as = as;
  }
}

/** A column, or `none`. */
export const columnOrNone: OptionForm = (texts) => (texts.at(-1) === 'none' ? null : texts.at(-1));

/** Names parted by commas; a comma that belongs to a name stands behind a backslash. */
export const names: OptionForm = (texts) => texts.flatMap((text) => text.split(/(?<!\\),/).map((name) => name.replace(/\\,/g, ',')));

/** Names, or `none`. */
export const namesOrNone: OptionForm = (texts) => (names(texts) as string[]).filter((name) => name !== 'none');

/** A number; what is none stays a text, which the reader tells. */
export const aNumber: OptionForm = (texts) => numberOrText(texts.at(-1)!);

/** `COLUMN=VALUE`, time and again. */
export const byColumn: OptionForm = (texts) => Object.fromEntries(texts.map((text) => assignment(text)));

/** `COLUMN=NUMBER`, time and again. */
export const numberByColumn: OptionForm = (texts) =>
  Object.fromEntries(texts.map((text) => assignment(text)).map(([column, value]) => [column, numberOrText(value)]));

/** One of the units of time, `rows=N` or `count=N`. */
export function chunks(units: readonly string[]): OptionForm {
  return (texts) => {
    const text = texts.at(-1)!;
    if (units.includes(text)) return { by: text };
    const [, part, digits] = /^(rows|count)=([1-9]\d{0,8})$/.exec(text) ?? [];
    if (part === undefined) throw new Miswritten(text, [...units, 'rows=N', 'count=N'].join(', '));
    return { [part]: Number(digits) };
  };
}

/** `.dat=csv`, time and again. */
export const endings: OptionForm = (texts) =>
  Object.fromEntries(
    texts.map((text) => {
      const [, end, format] = /^([^=\\/\s]+)=(.*)$/.exec(text) ?? [];
      if (end === undefined) throw new Miswritten(text, '.dat=csv');
      return [end, format];
    }),
  );

/** A column, or `none`; `CLASS=COLUMN` is not meant. */
export const oneScore: OptionForm = (texts) => (texts.some((text) => text.includes('=')) ? undefined : columnOrNone(texts));

/** `CLASS=COLUMN` for each class. */
export const scoreByClass: OptionForm = (texts) => (texts.some((text) => text.includes('=')) ? byColumn(texts) : undefined);

/** `FP=1,FN=5`. */
export const costs: OptionForm = (texts) => {
  const text = texts.at(-1)!;
  const match = /^\s*FP\s*=\s*(\d+(?:\.\d+)?)\s*,\s*FN\s*=\s*(\d+(?:\.\d+)?)\s*$/i.exec(text);
  if (match === null) throw new Miswritten(text, 'FP=1,FN=5');
  return { falsePositive: Number(match[1]), falseNegative: Number(match[2]) };
};

const limit = /^(?:(drop)\s*\(\s*([a-z0-9_]+)\s*\)|([a-z0-9_]+|(?:mean|median|p95)\(.+\)))\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)\s*(%?)$/;

/** `roc_auc>=0.78`, `mae<=40`, `drop(f1)<=0.02`, time and again; bounds of the same measure stand together. */
export const limits: OptionForm = (texts) => {
  const limits = new Map<string, Record<string, number>>();
  for (const text of texts) {
    const match = limit.exec(text.trim());
    const [, drop, dropped, plain, sign, digits, percent] = match ?? [];
    if (match === null || (drop !== undefined && sign !== '<=')) throw new Miswritten(text, 'roc_auc>=0.78, mae<=40, drop(f1)<=0.02');
    const bound = drop !== undefined ? 'maxDrop' : sign === '>=' ? 'min' : 'max';
    const name = dropped ?? plain!;
    limits.set(name, { ...limits.get(name), [bound]: Number(digits) / (percent === '%' ? 100 : 1) });
  }
  return Object.fromEntries(limits);
};

/** `COLUMN=VALUE`. The last sign of equality parts them: a name may hold one, a value may not. */
function assignment(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at <= 0 || at === text.length - 1) throw new Miswritten(text, 'COLUMN=VALUE');
  return [text.slice(0, at), text.slice(at + 1)];
}

function numberOrText(text: string): number | string {
  return /^-?(\d+(?:\.\d+)?|\.\d+)(?:e-?\d+)?$/i.test(text.trim()) ? Number(text) : text;
}
