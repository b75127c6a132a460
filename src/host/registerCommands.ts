import { commands, type Disposable } from 'vscode';

// biome-ignore lint/suspicious/noExplicitAny: the editor passes what its menus hold; each handler names what it takes
type Handler = (...args: any[]) => unknown;

/** Registers handlers by command id. */
export function registerCommands(handlers: Readonly<Record<string, Handler>>): Disposable[] {
  return Object.entries(handlers).map(([id, handler]) => commands.registerCommand(id, handler));
}
