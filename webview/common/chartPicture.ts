const painted = ['fill', 'stroke'] as const;

/** The chart in an element as the text of an SVG that stands alone: its colours written out, on the colour it stands on. Null without one. */
export function chartSvg(box: Element): string | null {
  const svg = box.querySelector('svg');
  if (svg === null) return null;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const name of painted) {
      if (element.getAttribute(name)?.includes('var(')) element.setAttribute(name, literalColour(style.getPropertyValue(name)));
    }
  });
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', literalColour(getComputedStyle(box.closest('.details') ?? document.body).backgroundColor)],
  ] as const) {
    ground.setAttribute(name, value);
  }
  copy.prepend(ground);
  copy.setAttribute('font-family', getComputedStyle(svg).fontFamily);
  copy.removeAttribute('class');
  return new XMLSerializer().serializeToString(copy);
}

/** A picture of an SVG at twice its size, as a PNG in base64. */
export async function pngOf(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

/** `color(srgb …)`, which browsers compute mixtures to and other programs do not read, as `rgb(…)`. */
function literalColour(colour: string): string {
  const [, red, green, blue, alpha] = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(colour) ?? [];
  if (red === undefined) return colour;
  const parts = [red, green!, blue!].map((part) => Math.round(Number(part) * 255));
  return alpha === undefined ? `rgb(${parts.join(', ')})` : `rgba(${parts.join(', ')}, ${alpha})`;
}
