import { TabInputCustom, TabInputText, Uri, window } from 'vscode';

/** The file of the active tab, also when it is binary and shown as no text. */
export function activeFile(): Uri | null {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputText || input instanceof TabInputCustom) return input.uri;
  // The placeholder tab of a binary file has no input of a public kind, but a URI all the same.
  const { uri } = (input ?? {}) as { uri?: unknown };
  return uri instanceof Uri ? uri : null;
}
