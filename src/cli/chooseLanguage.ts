/** Language of the terminal: what was asked for, else what the environment says; English where there is no translation. */
export function chooseLanguage(asked: string | undefined, environment: Readonly<Record<string, string | undefined>>): 'en' | 'zh-cn' {
  const wish = asked ?? (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '');
  return wish.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}
