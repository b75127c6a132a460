import { render } from 'preact';
import { Rpc } from '../../src/shared/rpc.ts';
import type { HostMethods, PageMethods } from '../../src/shared/webviewProtocol.ts';
import { registerControls } from '../common/controls.ts';
import { followSystem } from '../common/followSystem.ts';
import { rpcChannel } from '../common/rpcChannel.ts';
import { standaloneChannel } from '../common/standaloneChannel.ts';
import { followTheme } from '../common/theme.ts';
import { watchTrouble } from '../common/trouble.ts';
import { hasHost } from '../common/vscodeApi.ts';
import { App } from './app.tsx';
import './report.css';

// The same page is shown by the editor and is a file of its own: see standaloneChannel.ts for how it tells.
const hosted = hasHost();
const rpc = new Rpc<PageMethods, HostMethods>(hosted ? rpcChannel() : standaloneChannel());
// When the log itself cannot be reached there is nobody left to tell.
watchTrouble((trouble) => void rpc.request('trouble', trouble).catch(() => undefined));
registerControls();
if (!hosted) followSystem();
followTheme();

let root = document.getElementById('root');
if (root === null) {
  root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
}
render(<App rpc={rpc} hosted={hosted} />, root);
