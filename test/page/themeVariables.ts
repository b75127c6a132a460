/** Theme variables as VS Code 1.10x sets them for its own four kinds of theme: those the page and the toolkit read. */
export const themes = ['light', 'dark', 'hc-light', 'hc-dark'] as const;
export type Theme = (typeof themes)[number];

/** Classes VS Code puts on the body; light high contrast carries both. */
export const bodyClasses: Record<Theme, string> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'hc-light': 'vscode-high-contrast-light vscode-high-contrast',
  'hc-dark': 'vscode-high-contrast',
};

/** The kind as VS Code writes it into `data-vscode-theme-kind`. */
export const themeKinds: Record<Theme, string> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'hc-light': 'vscode-high-contrast-light',
  'hc-dark': 'vscode-high-contrast',
};

const shared = {
  'font-family': '-apple-system, BlinkMacSystemFont, "Segoe WPC", "Segoe UI", system-ui, "Noto Sans", sans-serif',
  'font-size': '13px',
  'font-weight': 'normal',
  'editor-font-family': '"Droid Sans Mono", monospace',
};

type Variables = Readonly<Record<string, string>>;

const dark: Variables = {
  foreground: '#cccccc',
  descriptionForeground: '#9d9d9d',
  'editor-background': '#1f1f1f',
  'editor-foreground': '#cccccc',
  errorForeground: '#f85149',
  focusBorder: '#0078d4',
  'textLink-foreground': '#4daafc',
  'textLink-activeForeground': '#4daafc',
  'button-background': '#0078d4',
  'button-foreground': '#ffffff',
  'button-hoverBackground': '#026ec1',
  'button-border': '#ffffff12',
  'button-secondaryBackground': '#313131',
  'button-secondaryForeground': '#cccccc',
  'button-secondaryHoverBackground': '#3c3c3c',
  'input-background': '#313131',
  'input-foreground': '#cccccc',
  'input-placeholderForeground': '#989898',
  'dropdown-background': '#313131',
  'dropdown-foreground': '#cccccc',
  'dropdown-border': '#3c3c3c',
  'dropdown-listBackground': '#1f1f1f',
  'settings-dropdownBackground': '#313131',
  'list-activeSelectionBackground': '#04395e',
  'list-activeSelectionForeground': '#ffffff',
  'list-hoverBackground': '#2a2d2e',
  'menu-background': '#1f1f1f',
  'menu-foreground': '#cccccc',
  'menu-border': '#454545',
  'menu-selectionBackground': '#0078d4',
  'menu-selectionForeground': '#ffffff',
  'editorHoverWidget-background': '#202020',
  'editorHoverWidget-foreground': '#cccccc',
  'editorHoverWidget-border': '#454545',
  'widget-shadow': '#0000005c',
  'progressBar-background': '#0078d4',
  'charts-blue': '#3794ff',
};

const light: Variables = {
  foreground: '#3b3b3b',
  descriptionForeground: '#3b3b3b',
  'editor-background': '#ffffff',
  'editor-foreground': '#3b3b3b',
  errorForeground: '#f85149',
  focusBorder: '#005fb8',
  'textLink-foreground': '#005fb8',
  'textLink-activeForeground': '#005fb8',
  'button-background': '#005fb8',
  'button-foreground': '#ffffff',
  'button-hoverBackground': '#0258a8',
  'button-border': '#0000001a',
  'button-secondaryBackground': '#e5e5e5',
  'button-secondaryForeground': '#3b3b3b',
  'button-secondaryHoverBackground': '#cccccc',
  'input-background': '#ffffff',
  'input-foreground': '#3b3b3b',
  'input-placeholderForeground': '#767676',
  'dropdown-background': '#ffffff',
  'dropdown-foreground': '#3b3b3b',
  'dropdown-border': '#cecece',
  'dropdown-listBackground': '#ffffff',
  'settings-dropdownBackground': '#ffffff',
  'list-activeSelectionBackground': '#e8e8e8',
  'list-activeSelectionForeground': '#000000',
  'list-hoverBackground': '#f2f2f2',
  'menu-background': '#ffffff',
  'menu-foreground': '#3b3b3b',
  'menu-border': '#cecece',
  'menu-selectionBackground': '#005fb8',
  'menu-selectionForeground': '#ffffff',
  'editorHoverWidget-background': '#f8f8f8',
  'editorHoverWidget-foreground': '#3b3b3b',
  'editorHoverWidget-border': '#c8c8c8',
  'widget-shadow': '#00000029',
  'progressBar-background': '#005fb8',
  'charts-blue': '#1a85ff',
};

const hcDark: Variables = {
  ...dark,
  foreground: '#ffffff',
  'editor-background': '#000000',
  'editor-foreground': '#ffffff',
  contrastBorder: '#6fc3df',
  contrastActiveBorder: '#f38518',
  focusBorder: '#f38518',
  'textLink-foreground': '#21a6ff',
  'button-background': '#000000',
  'button-border': '#6fc3df',
  'button-secondaryBackground': '#000000',
  'button-secondaryForeground': '#ffffff',
  'input-background': '#000000',
  'input-foreground': '#ffffff',
  'input-border': '#6fc3df',
  'input-placeholderForeground': '#ffffffb3',
  'dropdown-background': '#000000',
  'dropdown-foreground': '#ffffff',
  'dropdown-border': '#6fc3df',
  'dropdown-listBackground': '#000000',
  'settings-dropdownBackground': '#000000',
  'menu-background': '#000000',
  'menu-foreground': '#ffffff',
  'menu-border': '#6fc3df',
  'editorHoverWidget-background': '#0c141f',
  'editorHoverWidget-foreground': '#ffffff',
};

const hcLight: Variables = {
  ...light,
  foreground: '#292929',
  'editor-foreground': '#292929',
  contrastBorder: '#0f4a85',
  contrastActiveBorder: '#006bbd',
  focusBorder: '#006bbd',
  'textLink-foreground': '#0f4a85',
  'button-background': '#0f4a85',
  'button-secondaryBackground': '#ffffff',
  'button-secondaryForeground': '#292929',
  'button-border': '#0f4a85',
  'input-border': '#0f4a85',
  'input-foreground': '#292929',
  'input-placeholderForeground': '#292929b3',
  'dropdown-foreground': '#292929',
  'dropdown-border': '#0f4a85',
  'menu-border': '#0f4a85',
};

const byTheme: Record<Theme, Variables> = { light, dark, 'hc-light': hcLight, 'hc-dark': hcDark };

/** A style sheet that sets a theme's variables, as the editor sets them on the root of a webview. */
export function themeSheet(theme: Theme): string {
  const lines = Object.entries({ ...shared, ...byTheme[theme] }).map(([name, value]) => `--vscode-${name}: ${value};`);
  // The editor's own default style of webviews, which pages have to live with.
  return `:root { ${lines.join(' ')} }
@layer vscode-default { body { padding: 0 20px; color: var(--vscode-editor-foreground); } code { color: #d7ba7d; background: #333; padding: 1px 3px; } }`;
}
