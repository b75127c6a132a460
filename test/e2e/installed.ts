import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/chromium.mjs';
import { repo } from '../harness/repo.mjs';
import { runTool } from '../harness/runTool.mjs';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { installVsix, startWorkbench } from '../harness/vscodeServer.mjs';

/** The packed extension, installed in a VS Code server of its own on a copy of the sample. */
export interface Installed {
  readonly browser: Browser;
  readonly url: string;
  readonly workspace: string;
  /** Where the extension was unpacked to. */
  readonly extension: string;
  /** Everything the extension wrote to its log. */
  log(): Promise<string>;
  /** Settings of the next window: its theme, and others. */
  setTheme(theme: string, others?: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

const say = (line: string): void => console.log(line);

export interface Installing {
  readonly locale?: string;
  /** False: the window asks for trust, and has none. */
  readonly trust?: boolean;
  /** Puts more into the workspace, which is a copy of the sample, before anything opens it. */
  readonly fill?: (workspace: string) => Promise<void>;
}

/** Settings of a window that has no trust and does not ask for it. */
const restricted = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

/** Packs the checkout, installs it and starts the server, in a language of its own if one is given, and a browser. */
export async function installPacked({ locale, trust = true, fill }: Installing = {}): Promise<Installed> {
  const folder = await temporaryFolder('e2e');
  const closing: (() => Promise<unknown>)[] = [() => folder.remove()];
  const close = async (): Promise<void> => {
    for (const end of closing) await end();
  };
  try {
    const vsix = join(repo, 'out/driftbook-linux-x64.vsix');
    await mkdir(join(repo, 'out'), { recursive: true });
    await runTool('npm', ['run', '--silent', 'package', '--', 'linux-x64'], { cwd: repo });
    const dataDir = join(folder.path, 'd');
    const extensionsDir = join(folder.path, 'e');
    const workspace = join(folder.path, 'loans');
    await cp(join(repo, 'media/sample'), workspace, { recursive: true });
    await fill?.(workspace);
    await installVsix({ dataDir, extensionsDir, vsix, log: say });
    const { publisher, name, version } = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8'));
    const unpacked = (await readdir(extensionsDir)).find((entry) => entry.startsWith(`${publisher}.${name}-${version}`));
    const settings = {
      'window.autoDetectColorScheme': false,
      'workbench.colorTheme': 'Default Dark Modern',
      ...(trust ? {} : restricted),
    };
    const server = await startWorkbench({ dataDir, extensionsDir, folder: workspace, settings, trust, locale, log: say });
    closing.unshift(() => server.stop());
    const browser = await launchBrowser(say);
    closing.unshift(() => browser.close());
    return {
      browser,
      url: server.url,
      workspace,
      extension: join(extensionsDir, unpacked ?? ''),
      async log() {
        const files = await readdir(join(dataDir, 'logs'), { recursive: true });
        const ours = files.filter((file) => file.endsWith('Driftbook.log'));
        return (await Promise.all(ours.map((file) => readFile(join(dataDir, 'logs', file), 'utf8')))).join('\n');
      },
      async setTheme(theme, others) {
        const { writeSettings, quietSettings } = await import('../harness/vscodeServer.mjs');
        await writeSettings(join(dataDir, 'User/settings.json'), {
          ...quietSettings,
          ...settings,
          ...others,
          'workbench.colorTheme': theme,
        });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
