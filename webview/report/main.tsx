import { render } from 'preact';
import { Rpc } from '../../src/shared/rpc.ts';
import type { HostMethods, PageMethods } from '../../src/shared/webviewProtocol.ts';
import { registerControls } from '../common/controls.ts';
import { rpcChannel } from '../common/rpcChannel.ts';
import { followTheme } from '../common/theme.ts';
import { watchTrouble } from '../common/trouble.ts';
import { App } from './app.tsx';
import './report.css';

const rpc = new Rpc<PageMethods, HostMethods>(rpcChannel());
// When the log itself cannot be reached there is nobody left to tell.
watchTrouble((trouble) => void rpc.request('trouble', trouble).catch(() => undefined));
registerControls();
followTheme();

let root = document.getElementById('root');
if (root === null) {
  root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
}
render(<App rpc={rpc} />, root);
