/** Element with the content as JSON text. */
const plainId = 'driftbook-content';
/** Element with the content as JSON, deflated (raw) and in base64. */
const deflatedId = 'driftbook-content-deflate';

/** The content a report saved as a file carries in itself. Rejects when there is none. */
export async function embeddedContent(page: Document): Promise<unknown> {
  const plain = page.getElementById(plainId)?.textContent ?? null;
  if (plain !== null) return JSON.parse(plain);
  const deflated = page.getElementById(deflatedId)?.textContent ?? null;
  if (deflated === null) throw new Error('This file holds no report.');
  const bytes = Uint8Array.from(atob(deflated.trim()), (character) => character.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(inflated).text());
}
