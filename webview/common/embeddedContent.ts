import { unpacked } from '../../src/core/format/packed.ts';

/** Element with the content as JSON text. */
const plainId = 'driftbook-content';
/** Element with the content as packed JSON, deflated (raw) and in base64. */
const deflatedId = 'driftbook-content-deflate';

/** The content a report saved as a file carries in itself. Rejects when there is none. */
export async function embeddedContent(page: Document): Promise<unknown> {
  const plain = page.getElementById(plainId)?.textContent ?? null;
  if (plain !== null) return JSON.parse(plain);
  const deflated = page.getElementById(deflatedId)?.textContent ?? null;
  if (deflated === null) throw new Error('This file holds no report.');
  const binary = atob(deflated.trim());
  // A loop: a call for each of a million characters is seen when the page opens.
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return unpacked(await new Response(inflated).json());
}
