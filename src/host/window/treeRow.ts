import { type Command, type ThemeIcon, TreeItem } from 'vscode';
import { plainSentence } from './plainSentence.ts';

/** A row of a view. */
export type Row = TreeItem;

/** What a row of a view says, in plain text, and what a click on it does. */
export interface RowText {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: ThemeIcon;
  /** What a screen reader says. */
  readonly spoken: string;
  /** What menus ask for. */
  readonly context: string;
  readonly command: Omit<Command, 'title'>;
}

/** Makes a row. Its texts are strings, which a view shows as they are; none is ever Markdown. */
export function treeRow({ id, title, description, tooltip, icon, spoken, context, command }: RowText): Row {
  const row = new TreeItem(plainSentence(title));
  row.id = id;
  row.description = plainSentence(description);
  row.tooltip = plainSentence(tooltip);
  row.iconPath = icon;
  row.contextValue = context;
  row.accessibilityInformation = { label: plainSentence(spoken) };
  row.command = { ...command, title: plainSentence(title) };
  return row;
}
