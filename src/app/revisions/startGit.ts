import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { DataError } from '../../core/data/dataError.ts';

/** What git may know of the environment: where the user's own settings lie, language, temporary files. Nothing that steers git itself. */
const passedVariables =
  /^(?:PATH|HOME|HOMEDRIVE|HOMEPATH|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|XDG_CONFIG_HOME|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|SYSTEMDRIVE|LD_LIBRARY_PATH|DYLD_LIBRARY_PATH|DEVELOPER_DIR)$/i;

/**
 * Overrides of what the settings of a repository, which came with it, could have git run: watchers, hooks, signature checks, housekeeping,
 * credential helpers. What is fetched from elsewhere in the middle of a read (partial clones) is refused by GIT_ALLOW_PROTOCOL, which no setting
 * can widen: it would start the programs that `core.sshCommand` or `remote.*.uploadpack` name.
 */
const overrides = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.askPass=',
  'credential.helper=',
  'log.showSignature=false',
  'log.follow=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.allow=never',
];

const environment = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

/**
 * Starts the user's own git in a folder with an array of arguments, never through a shell. Beside `startEngineProcess` the only place of the
 * product that starts a process, and it starts nothing but git. Throws git_missing when there is none on the PATH.
 */
export function startGit(folder: string, args: readonly string[]): ChildProcess {
  const passed = Object.entries(process.env).filter(([name]) => passedVariables.test(name));
  return spawn(gitPath(), ['--no-pager', '--literal-pathspecs', ...overrides.flatMap((setting) => ['-c', setting]), ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(passed), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

/** Git by its whole path: a bare name would be looked for in the folder at hand first on some systems, and that folder is not to be trusted. */
function gitPath(): string {
  const path = Object.entries(process.env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of path.split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    const file = join(folder, name);
    if (isProgram(file)) return file;
  }
  throw new DataError('git_missing');
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
