import type { VNode } from 'preact';
import { type MutableRef, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './controls.ts';
import { usePressOutside } from './usePressOutside.ts';

interface MenuProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly onChoose: (id: string) => void;
  /** Looks like a link among links, not like a button. */
  readonly quiet?: boolean;
}

/** A button that opens a short list of actions. Arrow keys move, Escape closes and goes back to the button. */
export function Menu({ label, items, onChoose, quiet }: MenuProps): VNode {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  // With the frame that opens it: the next key, however soon, is the menu's.
  useLayoutEffect(() => {
    if (open) entries()[0]?.focus();
  }, [open]);
  usePressOutside(
    open,
    (target) => list.current?.contains(target) === true || opener.current?.contains(target) === true,
    () => setOpen(false),
  );
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    // From the opener, so that Tab goes on from there.
    else if (event.key === 'Tab') close();
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };
  return (
    <span class="menu">
      <Opener label={label} open={open} quiet={quiet === true} element={opener} onPress={() => setOpen(!open)} />
      {open && (
        <div class="menu-list" role="menu" aria-label={label} tabIndex={-1} ref={list} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              key={item.id}
              onClick={() => {
                close();
                onChoose(item.id);
              }}
            >
              {item.text}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

interface OpenerProps {
  readonly label: string;
  readonly open: boolean;
  readonly quiet: boolean;
  readonly element: MutableRef<HTMLElement | null>;
  readonly onPress: () => void;
}

/** The button that opens the list. */
function Opener({ label, open, quiet, element, onPress }: OpenerProps): VNode {
  const text = (
    <>
      {label} <span aria-hidden="true">▾</span>
    </>
  );
  if (!quiet)
    return (
      <Button expanded={open} elementRef={element} onClick={onPress}>
        {text}
      </Button>
    );
  return (
    <button
      type="button"
      class="link"
      aria-haspopup="menu"
      aria-expanded={open}
      ref={(found) => {
        element.current = found;
      }}
      onClick={onPress}
    >
      {text}
    </button>
  );
}
