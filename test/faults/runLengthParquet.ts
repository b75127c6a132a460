/** Thrift's compact protocol, as far as a Parquet footer needs it: a field of a struct, by its number. */
type Field = readonly [number, 'i32' | 'i64' | 'binary' | 'struct' | 'structs' | 'numbers' | 'texts', unknown];

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 0x80);
  }
}
const number = (value: number): number[] => varint(2 * value);
const binary = (text: string): number[] => [...varint(Buffer.byteLength(text)), ...Buffer.from(text)];
const codes = { i32: 5, i64: 6, binary: 8, struct: 12, structs: 9, numbers: 9, texts: 9 } as const;
const list = (type: number, items: readonly (readonly number[])[]): number[] => [0xf0 | type, ...varint(items.length), ...items.flat()];

function struct(fields: readonly Field[]): number[] {
  let last = 0;
  const out: number[] = [];
  for (const [id, type, value] of fields) {
    out.push(((id - last) << 4) | codes[type]);
    last = id;
    if (type === 'i32' || type === 'i64') out.push(...number(value as number));
    else if (type === 'binary') out.push(...binary(value as string));
    else if (type === 'struct') out.push(...struct(value as Field[]));
    else if (type === 'structs') out.push(...list(12, (value as Field[][]).map(struct)));
    else if (type === 'numbers') out.push(...list(5, (value as number[]).map(number)));
    else out.push(...list(8, (value as string[]).map(binary)));
  }
  return [...out, 0];
}

/** Physical types and encodings of parquet.thrift. */
const physical = { number: 5, text: 6 } as const;
const plain = 0;
const rleDictionary = 8;

/** One column of a dictionary of so many values and a page of runs of them. */
interface Column {
  readonly name: string;
  readonly kind: keyof typeof physical;
  readonly values: number;
  readonly runs: number;
}

function dictionaryOf({ kind, values }: Column): Buffer {
  return Buffer.concat(
    Array.from({ length: values }, (_, i) => {
      if (kind === 'number') {
        const bytes = Buffer.alloc(8);
        bytes.writeDoubleLE(i * 1.5);
        return bytes;
      }
      const text = Buffer.from(`v${i}`);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      return Buffer.concat([length, text]);
    }),
  );
}

function runsOf({ values, runs }: Column, rows: number): Buffer {
  const bits = 8;
  const bytes: number[] = [bits];
  for (let run = 0, done = 0; run < runs; run++) {
    const next = Math.floor((rows * (run + 1)) / runs);
    bytes.push(...varint(2 * (next - done)), run % values);
    done = next;
  }
  return Buffer.from(bytes);
}

/**
 * A Parquet file of so many rows (below 2^31) in a few kilobytes: each column a dictionary, and one page of runs of its values. Source: parquet.thrift,
 * Encodings.md (RLE).
 */
export function runLengthParquet(rows: number, columns: readonly Column[]): Buffer {
  const parts: Buffer[] = [Buffer.from('PAR1')];
  let at = 4;
  const add = (head: Field[], data: Buffer): number => {
    const start = at;
    const bytes = Buffer.concat([Buffer.from(struct(head)), data]);
    parts.push(bytes);
    at += bytes.length;
    return start;
  };
  const chunks = columns.map((column): Field[] => {
    const dictionary = dictionaryOf(column);
    const runs = runsOf(column, rows);
    const page = (type: number, data: Buffer): Field[] => [
      [1, 'i32', type],
      [2, 'i32', data.length],
      [3, 'i32', data.length],
    ];
    const dictionaryAt = add(
      [
        ...page(2, dictionary),
        [
          7,
          'struct',
          [
            [1, 'i32', column.values],
            [2, 'i32', plain],
          ],
        ],
      ],
      dictionary,
    );
    const runsAt = add(
      [
        ...page(0, runs),
        [
          5,
          'struct',
          [
            [1, 'i32', rows],
            [2, 'i32', rleDictionary],
            [3, 'i32', 3],
            [4, 'i32', 3],
          ],
        ],
      ],
      runs,
    );
    const bytes = at - dictionaryAt;
    return [
      [2, 'i64', dictionaryAt],
      [
        3,
        'struct',
        [
          [1, 'i32', physical[column.kind]],
          [2, 'numbers', [plain, rleDictionary]],
          [3, 'texts', [column.name]],
          [4, 'i32', 0],
          [5, 'i64', rows],
          [6, 'i64', bytes],
          [7, 'i64', bytes],
          [9, 'i64', runsAt],
          [11, 'i64', dictionaryAt],
        ],
      ],
    ];
  });
  const footer = Buffer.from(
    struct([
      [1, 'i32', 1],
      [
        2,
        'structs',
        [
          [
            [4, 'binary', 'schema'],
            [5, 'i32', columns.length],
          ],
          ...columns.map(({ name, kind }): Field[] => [
            [1, 'i32', physical[kind]],
            [3, 'i32', 0],
            [4, 'binary', name],
            ...(kind === 'text' ? ([[6, 'i32', 0]] as Field[]) : []),
          ]),
        ],
      ],
      [3, 'i64', rows],
      [
        4,
        'structs',
        [
          [
            [1, 'structs', chunks],
            [2, 'i64', at - 4],
            [3, 'i64', rows],
          ],
        ],
      ],
    ]),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, Buffer.from('PAR1')]);
}
