/** The line, from 1, of a place in a text: one more than the line feeds before it. */
export async function lineAt(chunks: AsyncIterable<unknown>, place: number): Promise<number> {
  let line = 1;
  let start = 0;
  for await (const piece of chunks) {
    const chunk = piece as Buffer;
    for (let i = chunk.indexOf(10); i >= 0 && start + i < place; i = chunk.indexOf(10, i + 1)) line++;
    start += chunk.length;
    if (start > place) break;
  }
  return line;
}
