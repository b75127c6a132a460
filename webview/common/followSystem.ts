/** Whether the picture is for paper, which is light whatever the screen is. */
let printing = false;

/**
 * Where there is no editor to say it: takes the kind of theme from the system, as it changes, and a light one on paper. Says it the way the
 * editor does, by the class of the body, so that all that follows the editor's theme follows the system's.
 */
export function followSystem(): void {
  const light = window.matchMedia('(prefers-color-scheme: light)');
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const paper = window.matchMedia('print');
  const apply = (): void => {
    const kind = printing || paper.matches || light.matches ? 'light' : 'dark';
    const name = contrast.matches ? (kind === 'light' ? 'vscode-high-contrast-light' : 'vscode-high-contrast') : `vscode-${kind}`;
    document.documentElement.dataset.standalone = kind;
    document.body.className = name;
  };
  const onPaper = (next: boolean) => (): void => {
    printing = next;
    apply();
  };
  apply();
  for (const query of [light, contrast, paper]) query.addEventListener('change', apply);
  window.addEventListener('beforeprint', onPaper(true));
  window.addEventListener('afterprint', onPaper(false));
}
