/** Footers of Parquet files as a hostile writer would make them: Thrift's compact protocol by hand, no rows, no pages. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 0x80);
  }
}

interface SchemaElement {
  readonly name: string;
  /** Physical type; null for a group. */
  readonly type: number | null;
  readonly children?: number;
}

function element({ name, type, children }: SchemaElement): number[] {
  const text = [...Buffer.from(name)];
  return [
    // Fields 1 (type), 3 (repetition: optional), 4 (name), 5 (children).
    ...(type === null ? [] : [0x15, ...varint(2 * type)]),
    type === null ? 0x35 : 0x25,
    2,
    0x18,
    ...varint(text.length),
    ...text,
    ...(children === undefined ? [] : [0x15, ...varint(2 * children)]),
    0,
  ];
}

function parquet(footer: readonly number[] | Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([Buffer.from('PAR1'), Buffer.from(footer), length, Buffer.from('PAR1')]);
}

/** A file of this schema, without rows; `more` stands behind the last field of the metadata. */
export function schemaOnly(elements: readonly SchemaElement[], more: Buffer = Buffer.alloc(0)): Buffer {
  const parts = elements.map((one) => Buffer.from(element(one)));
  const head = Buffer.from([0x15, 2, 0x19, 0xfc, ...varint(elements.length)]);
  // No rows, no row groups.
  return parquet(Buffer.concat([head, ...parts, Buffer.from([0x16, 0, 0x19, 0x0c]), more, Buffer.from([0])]));
}

/** One column within so many groups. */
export function deepParquet(groups: number): Buffer {
  return schemaOnly([
    { name: 'schema', type: null, children: 1 },
    ...Array.from({ length: groups }, (): SchemaElement => ({ name: 'g', type: null, children: 1 })),
    { name: 'x', type: 2 },
  ]);
}

/** A plain schema behind which an unknown field nests so many structs: nothing a writer writes, but the protocol lets them be passed over. */
export function deepMetadata(levels: number): Buffer {
  return schemaOnly(
    [
      { name: 'schema', type: null, children: 1 },
      { name: 'x', type: 2 },
    ],
    // A field of type struct, so many times, and as many ends.
    Buffer.concat([Buffer.alloc(levels, 0x1c), Buffer.alloc(levels)]),
  );
}

/** A footer that names two thousand million schema elements. */
export function endlessSchema(): Buffer {
  return parquet([0x15, 2, 0x19, 0xfc, ...varint(2 ** 31 - 1), ...element({ name: 'schema', type: null, children: 1 })]);
}
