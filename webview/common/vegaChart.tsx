import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChartSpec } from '../../src/core/charts/chart.ts';
import { showTooltip } from './chartTooltip.ts';
import { firstPaint } from './firstPaint.ts';
import { offlineLoader } from './offlineLoader.ts';
import { useWidth } from './useWidth.ts';

interface Drawn {
  readonly view: {
    width(width: number): { runAsync(): Promise<unknown> };
    signal(name: string, value: number): { runAsync(): Promise<unknown> };
    addEventListener(type: 'click', handler: (event: unknown, item: unknown) => void): unknown;
  };
  finalize(): void;
}

interface ChartProps {
  readonly spec: ChartSpec;
  readonly description: string;
  /** Called with the `k` of a mark that is clicked. */
  readonly onPick?: ((k: number) => void) | undefined;
  /** Values of the spec's params: they change in the picture that stands, nothing is drawn anew. */
  readonly values?: Readonly<Record<string, number>> | undefined;
}

/** Draws a Vega-Lite spec as wide as there is room, follows the room, and lets go of everything when it is replaced. */
export function ChartView({ spec: given, description, onPick, values }: ChartProps): VNode {
  // The same picture made anew, as while a report fills, is not drawn again.
  const kept = useRef(given);
  if (kept.current !== given && JSON.stringify(kept.current) !== JSON.stringify(given)) kept.current = given;
  const spec = kept.current;
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const width = useWidth(host);
  const plotWidth = Math.max(0, width - sidePadding(spec));
  const latest = useRef(plotWidth);
  latest.current = plotWidth;
  const pick = useRef(onPick);
  pick.current = onPick;
  const set = useRef(values);
  set.current = values;
  const visible = plotWidth > 0;

  useEffect(() => {
    const element = host.current;
    if (element === null || !visible) return undefined;
    let gone = false;
    void draw(element, { ...spec, width: latest.current }).then((result) => {
      if (gone) {
        result.finalize();
        return;
      }
      drawn.current = result;
      result.view.addEventListener('click', (_event, item) => {
        const k = (item as { datum?: { k?: unknown } } | null)?.datum?.k;
        if (typeof k === 'number') pick.current?.(k);
      });
      setValues(result, set.current);
      element.dataset.drawn = 'true';
      if (latest.current !== plotWidth) void result.view.width(latest.current).runAsync();
    });
    return () => {
      gone = true;
      drawn.current?.finalize();
      drawn.current = null;
      delete element.dataset.drawn;
      element.replaceChildren();
    };
    // The width is followed below, without drawing again.
  }, [spec, visible]);

  useEffect(() => {
    if (visible) void drawn.current?.view.width(plotWidth).runAsync();
  }, [plotWidth, visible]);

  useEffect(() => {
    if (drawn.current !== null) setValues(drawn.current, values);
  }, [JSON.stringify(values)]);

  return (
    <div class={onPick === undefined ? 'chart' : 'chart pickable'} role="img" aria-label={description}>
      <div class="chart-plot" ref={host} style={{ minHeight: `${outerHeight(spec)}px` }} />
    </div>
  );
}

function setValues({ view }: Drawn, values: Readonly<Record<string, number>> | undefined): void {
  for (const [name, value] of Object.entries(values ?? {})) void view.signal(name, value).runAsync();
}

/** vega-embed as a strict page allows it: expressions are walked, not compiled; no menu, no style elements, no network. */
async function draw(element: HTMLElement, spec: ChartSpec): Promise<Drawn> {
  await firstPaint();
  const { default: embed } = await import('vega-embed');
  // A box of its own: vega-embed clears and marks the element it is given.
  const box = document.createElement('div');
  element.replaceChildren(box);
  return embed(box, spec as Parameters<typeof embed>[1], {
    ast: true,
    renderer: 'svg',
    actions: false,
    defaultStyle: false,
    tooltip: showTooltip,
    loader: offlineLoader,
  });
}

function paddingOf(spec: ChartSpec): { left: number; right: number; top: number; bottom: number } {
  return spec.padding as { left: number; right: number; top: number; bottom: number };
}

function sidePadding(spec: ChartSpec): number {
  const { left, right } = paddingOf(spec);
  return left + right;
}

function outerHeight(spec: ChartSpec): number {
  const { top, bottom } = paddingOf(spec);
  return (spec.height as number) + top + bottom;
}
