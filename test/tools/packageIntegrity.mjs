import { createHash } from 'node:crypto';

/**
 * Throws unless bytes are those the lock file names.
 * @param {Buffer} bytes
 * @param {string | undefined} integrity as in package-lock.json: hashes in base64, `sha512-…`; all of them must hold
 * @param {string} what named in the message
 */
export function checkIntegrity(bytes, integrity, what) {
  const hashes = (integrity ?? '').split(/\s+/).filter((hash) => /^sha(?:384|512)-/.test(hash));
  if (hashes.length === 0) throw new Error(`package-lock.json names no integrity for ${what}: it is not packaged`);
  for (const hash of hashes) {
    const [algorithm] = hash.split('-');
    if (`${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}` !== hash)
      throw new Error(`${what} is not what package-lock.json names (${hash}): it is not packaged; delete it to fetch it again`);
  }
}
