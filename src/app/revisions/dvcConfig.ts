/** What the settings of DVC say of places on this machine's disk; absent: nothing. */
export interface DvcConfig {
  readonly cacheFolder?: string;
  /** The remote that is used when none is named. */
  readonly remote?: string;
  readonly remotes: Readonly<Record<string, string>>;
}

/** Reads the settings of DVC (`.dvc/config`): sections `[core]`, `[cache]`, `['remote "name"']` with one `key = value` a line. O(n). */
export function dvcConfig(text: string): DvcConfig {
  const said: { cacheFolder?: string; remote?: string } = {};
  const remotes = new Map<string, string>();
  let section = '';
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[(['"]?)(.+)\1\]\s*$/.exec(line)?.[2];
    if (heading !== undefined) section = heading;
    const [, key, value] = /^\s*(\w+)\s*=\s*(\S.*)?$/.exec(line) ?? [];
    if (heading !== undefined || key === undefined || value === undefined) continue;
    const bare = value.trim().replace(/^(['"])(.*)\1$/, '$2');
    const remote = /^remote "(.*)"$/.exec(section)?.[1];
    if (section === 'core' && key === 'remote') said.remote = bare;
    if (section === 'cache' && key === 'dir') said.cacheFolder = bare;
    if (remote !== undefined && key === 'url') remotes.set(remote, bare);
  }
  return { ...said, remotes: Object.fromEntries(remotes) };
}
