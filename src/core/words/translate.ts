/** Translates an English message template and fills `{0}`, `{1}` …: `vscode.l10n.t` in the host, `@vscode/l10n` in the CLI. */
export type Translate = (message: string, ...values: (string | number)[]) => string;
