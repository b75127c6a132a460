/** Rows of each chunk, ascending; rows in no chunk stand nowhere. O(rows + chunks). */
export function rowsOfChunks(chunkOf: Int16Array, chunks: number): Uint32Array[] {
  const size = new Uint32Array(chunks);
  for (const chunk of chunkOf) if (chunk >= 0) size[chunk]!++;
  const rows = Array.from(size, (n) => new Uint32Array(n));
  const filled = new Uint32Array(chunks);
  for (let i = 0; i < chunkOf.length; i++) {
    const chunk = chunkOf[i]!;
    if (chunk >= 0) rows[chunk]![filled[chunk]!++] = i;
  }
  return rows;
}
