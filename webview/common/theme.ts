/** The editor's four kinds of theme. */
export type ThemeKind = 'light' | 'dark' | 'hc-light' | 'hc-dark';

/** Kind of theme of a page. Light high contrast is asked first: its body carries the class of dark high contrast as well. */
export function themeKind(body: HTMLElement): ThemeKind {
  const named = body.dataset.vscodeThemeKind ?? '';
  const is = (name: string): boolean => body.classList.contains(name) || named === name;
  if (is('vscode-high-contrast-light')) return 'hc-light';
  if (is('vscode-high-contrast')) return 'hc-dark';
  return is('vscode-light') ? 'light' : 'dark';
}

/** Keeps `data-db-theme` of the page in step with the editor's theme; the style sheet reads its colours by it. */
export function followTheme(): void {
  const apply = (): void => {
    document.documentElement.dataset.dbTheme = themeKind(document.body);
  };
  apply();
  new MutationObserver(apply).observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-kind'] });
}

/** Whether the editor knows that a screen reader is at work: tables then come before pictures. */
export function usesScreenReader(): boolean {
  return document.body.classList.contains('vscode-using-screen-reader');
}
