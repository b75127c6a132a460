import { savedFormats } from '../../core/render/registry.ts';
import { choiceChanges } from '../../core/spec/choices.ts';
import { anything, choice, either, fields, nothing, number, orNull, type Shape, text, whole } from '../../core/spec/shape.ts';
import type { HostMethods, PageState } from '../../shared/webviewProtocol.ts';

/** Longest picture of a chart: of an SVG in characters, of a PNG in base64. */
const longestPicture = 64 * 1024 * 1024;
const longestTrouble = 100_000;

const side = choice(['reference', 'current']);
const index = whole(0);

const selection = either(
  fields({ kind: choice(['range']), from: orNull(number()), to: orNull(number()) }),
  fields({ kind: choice(['category']), value: text() }),
  fields({ kind: choice(['missing']) }),
);

/** What each request of a page carries. */
export const pageParams: { readonly [K in keyof HostMethods]: Shape<HostMethods[K]['params']> } = {
  // The page's own affair: the host makes nothing of it.
  ready: fields({ state: anything<PageState | null>() }),
  swap: nothing(),
  rerun: choiceChanges,
  rows: fields({ side, column: text(), selection, chunk: orNull(index), offset: index, limit: whole(1) }),
  cancel: nothing(),
  retry: nothing(),
  open: fields({ side }),
  save: fields({ format: choice(savedFormats) }),
  saveChart: fields({ format: choice(['svg', 'png']), name: text(), data: text(longestPicture) }),
  trouble: fields({ what: choice(['csp', 'error']), detail: text(longestTrouble) }),
};
