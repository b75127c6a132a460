let box: HTMLElement | null = null;

/**
 * Tooltip of every chart: heads and values as text nodes, never markup. Vega calls it with a record of strings made by the
 * chart builders, or with nothing when the pointer leaves.
 */
export function showTooltip(_view: unknown, event: MouseEvent, _item: unknown, value: unknown): void {
  box ??= makeBox();
  if (value === null || value === undefined || typeof value !== 'object') {
    box.hidden = true;
    return;
  }
  const rows = Object.entries(value as Record<string, unknown>).map(([head, text]) => {
    const row = document.createElement('div');
    const name = document.createElement('span');
    name.className = 'muted';
    name.textContent = head;
    const figure = document.createElement('span');
    figure.textContent = String(text);
    row.append(name, figure);
    return row;
  });
  box.replaceChildren(...rows);
  box.hidden = false;
  const { offsetWidth, offsetHeight } = box;
  const left = Math.min(event.clientX + 14, document.documentElement.clientWidth - offsetWidth - 6);
  const top = event.clientY + 16 + offsetHeight > window.innerHeight ? event.clientY - offsetHeight - 10 : event.clientY + 16;
  box.style.setProperty('left', `${Math.max(4, left)}px`);
  box.style.setProperty('top', `${top}px`);
}

function makeBox(): HTMLElement {
  const element = document.createElement('div');
  element.id = 'chart-tooltip';
  // The chart's own description and table hold the same numbers for those who do not point.
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  document.body.append(element);
  return element;
}
