/** CPU types of Mach-O (mach/machine.h). */
export const cpuTypes = { x64: 0x01000007, arm64: 0x0100000c };

const fatMagic = 0xcafebabe;
const fatMagic64 = 0xcafebabf;
const thinMagic = 0xfeedfacf;

/**
 * The one architecture of a universal Mach-O file: what `lipo -thin` gives. Each slice carries its own code signature, so it stays valid.
 * A file of one architecture comes back as it is. Throws when it is no Mach-O file or lacks the architecture.
 * Source: mach-o/fat.h (big-endian header: magic, count, then type, subtype, offset, size and alignment of each slice).
 * @param {Buffer} bytes
 * @param {'x64' | 'arm64'} arch
 * @returns {Buffer}
 */
export function thinMachO(bytes, arch) {
  const wanted = cpuTypes[arch];
  const magic = bytes.readUInt32BE(0);
  if (bytes.readUInt32LE(0) === thinMagic) {
    if (bytes.readUInt32LE(4) !== wanted) throw new Error(`Mach-O of another architecture than ${arch}`);
    return bytes;
  }
  if (magic !== fatMagic && magic !== fatMagic64) throw new Error('no Mach-O file');
  const wide = magic === fatMagic64;
  for (let i = 0; i < bytes.readUInt32BE(4); i++) {
    const at = 8 + i * (wide ? 32 : 20);
    if (bytes.readUInt32BE(at) !== wanted) continue;
    const offset = wide ? Number(bytes.readBigUInt64BE(at + 8)) : bytes.readUInt32BE(at + 8);
    const size = wide ? Number(bytes.readBigUInt64BE(at + 16)) : bytes.readUInt32BE(at + 12);
    const slice = bytes.subarray(offset, offset + size);
    if (slice.length !== size || slice.readUInt32LE(0) !== thinMagic || slice.readUInt32LE(4) !== wanted)
      throw new Error('damaged Mach-O file');
    return slice;
  }
  throw new Error(`Mach-O without ${arch}`);
}
