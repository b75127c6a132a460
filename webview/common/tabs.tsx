import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  /** Tells several rows of tabs of one page apart. */
  readonly group?: string;
  readonly children: ComponentChildren;
}

/** A row of tabs over one panel. Arrow keys, Home and End move and choose, as in the editor. */
export function Tabs({ label, tabs, chosen, onChoose, group, children }: TabsProps): VNode {
  const prefix = group === undefined ? 'tab' : `tab-${group}`;
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length]!;
    onChoose(next.id);
    row.current?.querySelector<HTMLElement>(`#${prefix}-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown} tabIndex={-1}>
        {tabs.map((tab) => (
          <button
            type="button"
            role="tab"
            id={`${prefix}-${tab.id}`}
            key={tab.id}
            aria-selected={tab.id === chosen}
            aria-controls={`${prefix}-panel`}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.text}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${prefix}-panel`} aria-labelledby={`${prefix}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
