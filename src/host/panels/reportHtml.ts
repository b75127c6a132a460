import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview } from 'vscode';
import type { Palette } from '../settings/settings.ts';

/** Folder of the page's bundles. */
export function pageFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** Folder of the style sheet with other colours; together with the bundles, all that a report may load. */
export function paletteFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'media', 'styles');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The page of a report panel: nothing inline, nothing from elsewhere, no eval. */
export function reportHtml(webview: Webview, extensionUri: Uri, title: string, palette: Palette): string {
  const nonce = randomBytes(16).toString('base64url');
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(pageFolder(extensionUri), name)).toString();
  const colours = webview.asWebviewUri(Uri.joinPath(paletteFolder(extensionUri), 'palette.css')).toString();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} data: blob:`,
    `font-src ${webview.cspSource}`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}" nonce="${nonce}">
<link rel="stylesheet" href="${file('report.css')}">
<link rel="stylesheet" href="${colours}">
<title>${escaped(title)}</title>
</head>
<body data-db-palette="${palette}">
<div id="root"></div>
<script nonce="${nonce}" src="${file('report.js')}"></script>
</body>
</html>`;
}
