import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Names and sizes (unpacked) of what a zip file holds, from its central directory; the contents are not read.
 * @param {string} path
 * @returns {{name: string, bytes: number}[]}
 */
export function packageList(path) {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(size, 65_557));
    readSync(file, tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'));
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    readSync(file, directory, 0, directory.length, tail.readUInt32LE(end + 16));
    const entries = [];
    for (let at = 0; at < directory.length; ) {
      const nameLength = directory.readUInt16LE(at + 28);
      entries.push({ name: directory.toString('utf8', at + 46, at + 46 + nameLength), bytes: directory.readUInt32LE(at + 24) });
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    closeSync(file);
  }
}
