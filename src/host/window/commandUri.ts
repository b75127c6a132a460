import { Uri } from 'vscode';

/**
 * An address that runs one of our commands. The editor decodes arguments once or twice on the way, so that a `%22` in the name of a column would end
 * its text and begin another argument: no per cent sign is left for it to take for an escape.
 */
export function commandUri(command: `driftbook.${string}`, ...args: readonly unknown[]): Uri {
  const json = JSON.stringify(args).replaceAll('%', '\\u0025');
  return Uri.parse(`command:${command}?${encodeURIComponent(json)}`);
}
