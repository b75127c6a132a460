import { deflateSync, inflateSync } from 'node:zlib';

/** Colours a picture keeps. */
const most = 256;

/**
 * A picture of a screen with at most 256 colours, as an indexed PNG: a third of the bytes and the same to the eye. Colours are split by median cut
 * (Heckbert 1982), weighted by how often they come; each becomes the mean of its box. Takes PNGs of 8 bits a channel, RGB or RGBA, not interlaced, as
 * browsers write them; transparency is dropped. Throws on any other.
 * @param {Buffer} png
 * @returns {Buffer}
 */
export function smallPng(png) {
  const { width, height, pixels } = decode(png);
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += 3) {
    const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const { palette, indexOf } = medianCut(counts);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    to++;
    for (let x = 0; x < width; x++, from += 3) rows[to++] = indexOf.get((pixels[from] << 16) | (pixels[from + 1] << 8) | pixels[from + 2]);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits, indexed.
  head.set([8, 3, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const shifts = [16, 8, 0];

/** @param {Map<number, number>} counts */
function medianCut(counts) {
  const spread = (colours) => {
    const widths = shifts.map((shift) => {
      let [low, high] = [255, 0];
      for (const colour of colours) {
        const part = (colour >> shift) & 255;
        if (part < low) low = part;
        if (part > high) high = part;
      }
      return high - low;
    });
    const widest = Math.max(...widths);
    return { width: widest, shift: shifts[widths.indexOf(widest)] };
  };
  const boxOf = (colours) => ({ colours, n: colours.reduce((sum, colour) => sum + counts.get(colour), 0), ...spread(colours) });
  const boxes = [boxOf([...counts.keys()])];
  while (boxes.length < most) {
    // Large areas have their colour already; what the eye sees next is how far the colours of a box lie apart.
    const worst = boxes.reduce((best, box) => (box.width * Math.cbrt(box.n) > best.width * Math.cbrt(best.n) ? box : best));
    if (worst.width === 0) break;
    const { colours, shift, n } = worst;
    colours.sort((a, b) => ((a >> shift) & 255) - ((b >> shift) & 255));
    let at = 0;
    for (let sum = 0; at < colours.length - 2 && sum + counts.get(colours[at]) <= n / 2; at++) sum += counts.get(colours[at]);
    boxes.splice(boxes.indexOf(worst), 1, boxOf(colours.slice(0, at + 1)), boxOf(colours.slice(at + 1)));
  }
  const palette = Buffer.alloc(boxes.length * 3);
  const indexOf = new Map();
  for (const [index, { colours, n }] of boxes.entries()) {
    for (const [part, shift] of shifts.entries()) {
      const sum = colours.reduce((total, colour) => total + ((colour >> shift) & 255) * counts.get(colour), 0);
      palette[index * 3 + part] = Math.round(sum / n);
    }
    for (const colour of colours) indexOf.set(colour, index);
  }
  return { palette, indexOf };
}

/** Size and RGB bytes of a PNG. */
function decode(png) {
  if (!png.subarray(0, 8).equals(signature)) throw new Error('no PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [bits, kind, , , interlaced] = png.subarray(24, 29);
  const channels = { 2: 3, 6: 4 }[kind];
  if (bits !== 8 || channels === undefined || interlaced !== 0) throw new Error(`a PNG of kind ${kind} with ${bits} bits is not read`);
  const data = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const bytes = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  const pixels = Buffer.alloc(width * height * 3);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const filter = bytes[y * (stride + 1)];
    const line = Buffer.from(bytes.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let i = 0; i < stride; i++) {
      const left = i < channels ? 0 : line[i - channels];
      const corner = i < channels ? 0 : above[i - channels];
      line[i] += predicted(filter, left, above[i], corner);
    }
    for (let x = 0; x < width; x++) for (let part = 0; part < 3; part++) pixels[(y * width + x) * 3 + part] = line[x * channels + part];
    above = line;
  }
  return { width, height, pixels };
}

/** What a filter of PNG foretells of a byte (PNG specification, section 9.2). */
function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(type, data) {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 as PNG wants it (ISO 3309). */
function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
