import {
  CodeAction,
  CodeActionKind,
  CodeLens,
  type CodeLensProvider,
  CompletionItem,
  CompletionItemKind,
  Disposable,
  Hover,
  languages,
  MarkdownString,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { plainLabel } from './plainLabel.ts';
import { plainSentence } from './plainSentence.ts';

/** The language of driftbook files, as the manifest names it. */
export const driftbookLanguage = 'driftbook';

/** A text that is open in the editor. */
export type OpenText = TextDocument;

/** A part of an open text, by offsets. */
interface Part {
  readonly start: number;
  readonly end: number;
}

export interface Suggestion {
  readonly kind: 'key' | 'value' | 'measure' | 'column';
  readonly label: string;
  readonly insert: string;
  readonly range: Part;
  readonly about: string | null;
}

export interface Fix {
  readonly title: string;
  /** What is put in place of a part, or the command that asks for the rest. */
  readonly edit?: Part & { readonly text: string };
  readonly command?: { readonly id: string; readonly args: readonly unknown[] };
  /** Whether it is the likely one. */
  readonly preferred?: boolean;
}

export interface Lens {
  readonly at: number;
  readonly title: string;
  readonly command: string;
  readonly args: readonly unknown[];
}

/** What the editor is told of driftbook files. Whatever comes of it is shown as plain text. */
export interface LanguageFeatures {
  complete(text: OpenText, offset: number, signal: AbortSignal): Promise<readonly Suggestion[]>;
  hover(text: OpenText, offset: number): Promise<{ readonly range: Part; readonly text: string } | null>;
  fixes(text: OpenText, part: Part): Promise<readonly Fix[]>;
  lenses(text: OpenText): Promise<readonly Lens[]>;
}

const kinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  measure: CompletionItemKind.Function,
  column: CompletionItemKind.Field,
};

/** Offers completions, hovers, quick fixes and lenses in driftbook files. */
export function offerLanguage(features: LanguageFeatures): Disposable {
  const selector = { language: driftbookLanguage };
  const rangeOf = (text: TextDocument, { start, end }: Part): Range => new Range(text.positionAt(start), text.positionAt(end));
  const lenses: CodeLensProvider = {
    provideCodeLenses: async (text) =>
      (await features.lenses(text)).map(({ at, title, command, args }) => {
        const { line } = text.positionAt(at);
        return new CodeLens(new Range(line, 0, line, 0), { title: plainLabel(title), command, arguments: [...args] });
      }),
  };
  return Disposable.from(
    languages.registerCompletionItemProvider(
      selector,
      {
        provideCompletionItems: async (text, position, token) => {
          const abort = new AbortController();
          token.onCancellationRequested(() => abort.abort());
          return (await features.complete(text, text.offsetAt(position), abort.signal)).map((suggestion, i) => {
            const item = new CompletionItem(plainLabel(suggestion.label), kinds[suggestion.kind]);
            item.insertText = suggestion.insert;
            item.filterText = suggestion.label;
            item.range = rangeOf(text, suggestion.range);
            item.sortText = String(i).padStart(6, '0');
            if (suggestion.about !== null) item.documentation = new MarkdownString().appendText(plainSentence(suggestion.about));
            return item;
          });
        },
      },
      ' ',
      '[',
      '{',
      ',',
    ),
    languages.registerHoverProvider(selector, {
      provideHover: async (text, position) => {
        const found = await features.hover(text, text.offsetAt(position));
        return found && new Hover(new MarkdownString().appendText(plainSentence(found.text)), rangeOf(text, found.range));
      },
    }),
    languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: async (text, range) => {
          const part = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
          return (await features.fixes(text, part)).map(({ title, edit, command, preferred }) => {
            const action = new CodeAction(plainSentence(title), CodeActionKind.QuickFix);
            if (edit !== undefined) {
              action.edit = new WorkspaceEdit();
              action.edit.replace(text.uri, rangeOf(text, edit), edit.text);
            }
            if (command !== undefined) action.command = { command: command.id, title: plainSentence(title), arguments: [...command.args] };
            if (preferred) action.isPreferred = true;
            return action;
          });
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    languages.registerCodeLensProvider(selector, lenses),
  );
}
