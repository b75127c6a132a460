import { isUtf8 } from 'node:buffer';
import type { FileFormat } from '../../core/data/dataFormats.ts';
import { longestLine } from '../sources/csv/readCsv.ts';
import { JsonDepth } from '../sources/json/jsonDepth.ts';
import { hasDigitSeparator } from './digitSeparator.ts';
import { type EightBit, EightBitText } from './eightBitText.ts';

/** What makes a text unreadable, and at which byte. */
export interface TextFault {
  readonly what: 'nul' | 'deep' | 'long';
  readonly at: number;
}

/** Looks through a text as its bytes come by: NUL bytes, the encoding, the nesting of JSON, the length of lines of other text. About 1 GB/s, JSON 0.5. */
export class TextCheck {
  #depth: JsonDepth | null;
  readonly #lines: boolean;
  #utf8 = true;
  readonly #eightBit = new EightBitText();
  #tail: Buffer = Buffer.alloc(0);
  #at = 0;
  #lineStart = 0;
  #digitSeparators = false;

  constructor(format: FileFormat) {
    this.#depth = format === 'json' ? new JsonDepth() : null;
    this.#lines = format === 'csv';
  }

  /** Takes the next bytes; gives what is wrong with them, or null. */
  add(piece: Buffer): TextFault | null {
    const start = this.#at;
    this.#at += piece.length;
    const nul = piece.indexOf(0);
    if (nul >= 0) return { what: 'nul', at: start + nul };
    if (this.#lines && !this.#digitSeparators) this.#digitSeparators = hasDigitSeparator(piece);
    this.#encoding(piece);
    // Brackets of other encodings may be halves of characters: that text is counted once it is recoded.
    if (!this.#utf8) this.#depth = null;
    const deep = this.#depth?.add(piece) ?? -1;
    if (deep >= 0) return { what: 'deep', at: start + deep };
    if (this.#lines && this.#tooLong(piece, start)) return { what: 'long', at: this.#lineStart };
    return null;
  }

  /** An underscore stood between digits: the reader would take `41_10_1` for 41101. */
  get digitSeparators(): boolean {
    return this.#digitSeparators;
  }

  /** The encoding once all has come by: null for UTF-8. */
  end(): EightBit | null {
    if (this.#utf8 && this.#tail.length > 0) {
      this.#utf8 = false;
      this.#eightBit.add(this.#tail);
    }
    return this.#utf8 ? null : this.#eightBit.guess();
  }

  #encoding(piece: Buffer): void {
    const chunk = this.#tail.length > 0 ? Buffer.concat([this.#tail, piece]) : piece;
    const cut = this.#utf8 ? lastBoundary(chunk) : chunk.length;
    if (this.#utf8 && !isUtf8(chunk.subarray(0, cut))) this.#utf8 = false;
    if (!this.#utf8) this.#eightBit.add(chunk);
    this.#tail = this.#utf8 ? Buffer.from(chunk.subarray(cut)) : Buffer.alloc(0);
  }

  /** Lines within a chunk are not looked at: they are shorter than it, and chunks are shorter than the limit. */
  #tooLong(piece: Buffer, start: number): boolean {
    const first = firstEnd(piece);
    if ((first < 0 ? start + piece.length : start + first) - this.#lineStart > longestLine) return true;
    if (first >= 0) this.#lineStart = start + Math.max(piece.lastIndexOf(10), piece.lastIndexOf(13)) + 1;
    return false;
  }
}

function firstEnd(piece: Buffer): number {
  const feed = piece.indexOf(10);
  const back = piece.subarray(0, feed < 0 ? piece.length : feed).indexOf(13);
  return back < 0 ? feed : back;
}

/** Where the last character that may go on in the next chunk starts. */
function lastBoundary(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte < 0x80) return chunk.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? chunk.length - back : chunk.length;
    }
  }
  return chunk.length;
}
