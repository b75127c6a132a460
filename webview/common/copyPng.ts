import { pngOf } from './chartPicture.ts';

/** Puts an SVG into the clipboard as a PNG. Rejects where the browser does not take pictures from the page. */
export async function copyPng(svg: string): Promise<void> {
  // The picture is handed over as a promise: the click that allows it must not be long ago.
  const picture = pngOf(svg).then((data) => new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], { type: 'image/png' }));
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}
