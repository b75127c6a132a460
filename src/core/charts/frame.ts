import type { ChartSpec } from './chart.ts';
import { chartConfig } from './config.ts';

/** Room around the plot in pixels. Fixed, so that plots of one column line up when the tab changes. */
export interface Padding {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const plainPadding: Padding = { left: 44, right: 10, top: 22, bottom: 24 };

/** A Vega-Lite spec of layers with the shared look. The page sets `width` to the room it has, less the padding. */
export function frame(height: number, layer: readonly unknown[], padding: Padding = plainPadding): ChartSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 400,
    height,
    padding,
    autosize: { type: 'none' },
    config: chartConfig,
    layer: layer.filter(hasMarks),
  };
}

/** Layers without data would leave groups without a name in the drawing. */
function hasMarks(layer: unknown): boolean {
  const { data } = layer as { readonly data?: { readonly values?: readonly unknown[] } };
  return data?.values?.length !== 0;
}
