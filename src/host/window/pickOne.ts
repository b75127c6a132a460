import { type IconPath, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { plainLabel } from './plainLabel.ts';
import { plainSentence } from './plainSentence.ts';

/** A row of a pick, in plain text. */
export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** A ThemeIcon before the label. */
  readonly icon?: IconPath;
  /** Offered whatever is typed. */
  readonly always?: boolean;
  /** A heading over the rows that follow, which cannot be chosen. */
  readonly heading?: boolean;
}

export interface PickQuestion {
  readonly title: string;
  readonly placeholder?: string;
  /** Whether what is typed is looked for in descriptions and details too. */
  readonly matchAll?: boolean;
}

function row<C extends Choice>(choice: C): QuickPickItem & { readonly choice: C } {
  const { label, description, detail, icon, always, heading } = choice;
  return {
    choice,
    label: plainLabel(label),
    ...(description === undefined ? {} : { description: plainLabel(description) }),
    ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
    ...(icon === undefined ? {} : { iconPath: icon }),
    ...(always === undefined ? {} : { alwaysShow: always }),
    ...(heading ? { kind: QuickPickItemKind.Separator } : {}),
  };
}

/** Asks for one of `choices`. Undefined when the question is dismissed. */
export async function pickOne<C extends Choice>(
  choices: readonly C[],
  { title, placeholder, matchAll }: PickQuestion,
): Promise<C | undefined> {
  const picked = await window.showQuickPick(choices.map(row), {
    title: plainSentence(title),
    ...(placeholder === undefined ? {} : { placeHolder: plainSentence(placeholder) }),
    ...(matchAll ? { matchOnDescription: true, matchOnDetail: true } : {}),
  });
  return picked?.choice;
}
