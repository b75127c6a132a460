import { createReadStream } from 'node:fs';

/** The line, from 1, on which a file's first NUL byte stands, or null when it has none. */
export async function firstNul(path: string): Promise<number | null> {
  let line = 1;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const chunk = piece as Buffer;
    const at = chunk.indexOf(0);
    for (let i = chunk.indexOf(10); i >= 0 && (at < 0 || i < at); i = chunk.indexOf(10, i + 1)) line++;
    if (at >= 0) return line;
  }
  return null;
}
