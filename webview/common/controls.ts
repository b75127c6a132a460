import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { type ComponentChildren, createElement, type Ref, type VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Controls of the page. The only file that knows the toolkit they come from (a dependency-cruiser rule), so that it can be
 * replaced here.
 */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption(), vsCodeProgressRing(), vsCodeTextField());
  // The toolkit takes the theme on the window's load event, which a saved report that unpacks its script first has had by now.
  if (document.readyState === 'complete') window.dispatchEvent(new Event('load'));
}

/** An element of the toolkit: preact has no types for it. */
function element(tag: string, props: Record<string, unknown>, ...children: ComponentChildren[]): VNode {
  return createElement(tag, props, ...children) as VNode;
}

/** Names an element after it is in the page: there some of the toolkit's give themselves a name of their own ("Text field"). */
function useName(label: string): Ref<HTMLElement> {
  const ref = useRef<HTMLElement>(null);
  // Before the page is painted: whoever reads it then must not hear the toolkit's name.
  useLayoutEffect(() => ref.current?.setAttribute('aria-label', label), [label]);
  return ref;
}

interface ButtonProps {
  readonly primary?: boolean;
  readonly title?: string;
  readonly class?: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly expanded?: boolean;
  readonly elementRef?: Ref<HTMLElement>;
}

/** A push button; with `expanded` the opener of a menu. */
export function Button({ primary, title, class: name, onClick, children, expanded, elementRef }: ButtonProps): VNode {
  const inner = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // The toolkit hands aria attributes on to its inner button only for those it knows as attributes of the host.
    if (expanded !== undefined) inner.current?.setAttribute('aria-expanded', String(expanded));
  }, [expanded]);
  const ref = (host: HTMLElement | null): void => {
    inner.current = host;
    if (typeof elementRef === 'function') elementRef(host);
    else if (elementRef) elementRef.current = host;
  };
  const menu = expanded === undefined ? {} : { 'aria-haspopup': 'menu' };
  return element(
    'vscode-button',
    { ref, class: name, title, appearance: primary === true ? 'primary' : 'secondary', onClick, ...menu },
    children,
  );
}

interface DropdownProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
  readonly class?: string;
}

/** A list to choose one entry from, showing the chosen one. */
export function Dropdown({ label, value, options, onChange, class: name }: DropdownProps): VNode {
  const ref = useRef<(HTMLElement & { value: string }) | null>(null);
  useEffect(() => {
    // The element can take its value only once its options are in place.
    const frame = requestAnimationFrame(() => {
      if (ref.current !== null && ref.current.value !== value) ref.current.value = value;
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);
  const changed = (): void => {
    const chosen = ref.current?.value;
    if (chosen !== undefined && chosen !== value) onChange(chosen);
  };
  return element(
    'vscode-dropdown',
    { ref, class: name, 'aria-label': label, title: label, onChange: changed },
    ...options.map((option) =>
      element('vscode-option', { key: option.value, value: option.value, selected: option.value === value }, option.text),
    ),
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onEnter?: () => void;
  readonly class?: string;
}

/** A line of text to type in. */
export function TextField({ label, hint, value, onInput, onEnter, class: name }: TextFieldProps): VNode {
  const typed = (event: Event): void => onInput((event.currentTarget as HTMLElement & { value: string }).value);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onEnter?.();
  };
  return element('vscode-text-field', { ref: useName(label), class: name, placeholder: hint, value, onInput: typed, onKeyDown });
}

/** Work under way without a known end. */
export function ProgressRing({ label }: { readonly label: string }): VNode {
  return element('vscode-progress-ring', { ref: useName(label) });
}
