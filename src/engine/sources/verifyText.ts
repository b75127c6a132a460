import type { Signature } from '../files/signature.ts';
import type { FileHead } from './source.ts';

/** The signature of a file that is a text, or null. Text with a stray NUL byte is told with its line when it is looked through. */
export function verifyText({ head, found }: FileHead): Signature | null {
  if (found === 'binary' && mostlyText(head)) return 'text';
  return found === 'text' || found === 'utf-16le' || found === 'utf-16be' ? found : null;
}

/** Whether fewer than one byte in a hundred is a control character. */
function mostlyText(head: Uint8Array): boolean {
  const controls = head.reduce((sum, byte) => sum + (byte < 0x09 || (byte > 0x0d && byte < 0x20) ? 1 : 0), 0);
  return controls * 100 < head.length;
}
