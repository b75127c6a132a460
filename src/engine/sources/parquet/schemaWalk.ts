/** Types of Thrift's compact protocol. */
const types = { true: 1, false: 2, byte: 3, i16: 4, i32: 5, i64: 6, double: 7, binary: 8, list: 9, set: 10, map: 11, struct: 12, uuid: 13 };
/** Bytes of those that always take as many. */
const fixed: Readonly<Record<number, number>> = { [types.byte]: 1, [types.double]: 8, [types.uuid]: 16 };
/** Deeper metadata than these are none of any writer's. DuckDB gives up at 100. */
const deepestMetadata = 64;

/** Field of FileMetaData that holds the schema, and of a SchemaElement that holds the number of its children. */
const schemaField = 2;
const childrenField = 5;

interface Frame {
  readonly kind: 'struct' | 'list';
  /** What it is in the footer: the file's metadata, the list of its schema elements, one of them; anything else is passed over. */
  readonly role: 'file' | 'schema' | 'element' | 'other';
  /** Types of a list's items, taken in turn: two for a map. */
  readonly items: readonly number[];
  /** Items of a list yet to come. */
  left: number;
  /** Number of a struct's last field. */
  field: number;
  children: number;
}

/**
 * Walks the footer of a Parquet file (FileMetaData in Thrift's compact protocol) for the depth of its schema, without building anything: DuckDB's
 * reader calls itself once per level. In pieces, so that whoever asks can look at the signal. Linear; about 100 MB/s. Throws a RangeError when
 * the metadata cannot be as they stand. Source: parquet.thrift, thrift-compact-protocol.md.
 */
export class SchemaWalk {
  readonly #bytes: Uint8Array;
  #at = 0;
  readonly #stack: Frame[] = [{ kind: 'struct', role: 'file', items: [], left: 0, field: 0, children: 0 }];
  /** Children yet to come of each group that is open. */
  #open: number[] = [];
  #deepest = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Levels of the deepest column so far: 1 for a plain one. */
  get deepest(): number {
    return this.#deepest;
  }

  /** Walks on for about so many bytes; false at the end. */
  walk(bytes: number): boolean {
    const stop = this.#at + bytes;
    while (this.#at < stop) {
      const frame = this.#stack.at(-1);
      if (frame === undefined) return false;
      if (frame.kind === 'struct') this.#field(frame);
      else this.#item(frame);
    }
    return this.#stack.length > 0;
  }

  #field(frame: Frame): void {
    const header = this.#byte();
    if (header === 0) {
      this.#stack.pop();
      if (frame.role === 'element') this.#element(frame.children);
      return;
    }
    const type = header & 15;
    frame.field = header >> 4 === 0 ? zigzag(this.#varint()) : frame.field + (header >> 4);
    if (frame.role === 'element' && frame.field === childrenField && type === types.i32) frame.children = zigzag(this.#varint());
    else if (type !== types.true && type !== types.false)
      this.#value(type, frame.role === 'file' && frame.field === schemaField ? 'schema' : 'other');
  }

  #item(frame: Frame): void {
    if (frame.left === 0) {
      this.#stack.pop();
      return;
    }
    const type = frame.items[frame.left % frame.items.length] as number;
    frame.left--;
    // Within a list a truth value takes a byte.
    if (type === types.true || type === types.false) this.#skip(1);
    else this.#value(type, frame.role === 'schema' ? 'element' : 'other');
  }

  #value(type: number, role: Frame['role']): void {
    if (type === types.struct) this.#push('struct', role, [], 0);
    else if (type === types.list || type === types.set) {
      const header = this.#byte();
      if (role === 'schema') this.#open = [];
      this.#push('list', role, [header & 15], header >> 4 === 15 ? this.#varint() : header >> 4);
    } else if (type === types.map) {
      const pairs = this.#varint();
      const header = pairs === 0 ? 0 : this.#byte();
      this.#push('list', 'other', [header & 15, header >> 4], 2 * pairs);
    } else if (type === types.binary) this.#skip(this.#varint());
    else if (type === types.i16 || type === types.i32 || type === types.i64) this.#varint();
    else {
      const bytes = fixed[type];
      if (bytes === undefined) throw new RangeError('impossible metadata');
      this.#skip(bytes);
    }
  }

  #push(kind: Frame['kind'], role: Frame['role'], items: readonly number[], left: number): void {
    // An item takes a byte at least: a list of more than there are is not walked.
    if (this.#stack.length >= deepestMetadata || left > this.#bytes.length) throw new RangeError('impossible metadata');
    this.#stack.push({ kind, role, items, left, field: 0, children: 0 });
  }

  /** A schema element with its children behind it, as the schema is laid out: depth first. */
  #element(children: number): void {
    const open = this.#open;
    this.#deepest = Math.max(this.#deepest, open.length);
    if (open.length > 0) open[open.length - 1] = (open.at(-1) as number) - 1;
    if (children > 0) open.push(children);
    while (open.at(-1) === 0) open.pop();
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('impossible metadata');
    return byte;
  }

  #skip(bytes: number): void {
    this.#at += bytes;
    if (this.#at > this.#bytes.length) throw new RangeError('impossible metadata');
  }

  /** A number of at most 64 bits; what lies above 2^53 is not exact, and means nothing here. */
  #varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 63; factor *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError('impossible metadata');
  }
}

/** The 32-bit number that a zigzag code stands for. */
function zigzag(code: number): number {
  const low = code % 2 ** 32;
  return low % 2 === 0 ? low / 2 : -(low + 1) / 2;
}
