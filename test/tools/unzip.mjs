import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/**
 * Takes one deflated or stored entry out of a small zip file, by its central directory, into a folder; returns its path.
 * @param {string} zip
 * @param {string} entry
 * @param {string} folder
 */
export function unzipSync(zip, entry, folder) {
  const bytes = readFileSync(zip);
  for (
    let at = bytes.lastIndexOf(Buffer.from('504b0506', 'hex')), next = bytes.readUInt32LE(at + 16), left = bytes.readUInt16LE(at + 10);
    left > 0;
    left--
  ) {
    const nameLength = bytes.readUInt16LE(next + 28);
    const name = bytes.toString('utf8', next + 46, next + 46 + nameLength);
    if (name === entry) {
      const local = bytes.readUInt32LE(next + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(start, start + bytes.readUInt32LE(next + 20));
      const file = join(folder, entry);
      writeFileSync(file, bytes.readUInt16LE(next + 10) === 0 ? data : inflateRawSync(data));
      return file;
    }
    next += 46 + nameLength + bytes.readUInt16LE(next + 30) + bytes.readUInt16LE(next + 32);
  }
  throw new Error(`${zip} has no entry ${entry}`);
}
