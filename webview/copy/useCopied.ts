import { useEffect, useState } from 'preact/hooks';
import { label, type Page } from '../report/pageContext.ts';

const saidFor = 2000;

/** What became of copying, in words that go again: `copied` is given each copy under way. */
export function useCopied(page: Page): { readonly said: string; readonly copied: (work: Promise<void>) => void } {
  const [key, setKey] = useState<'copied' | 'copyFailed' | null>(null);
  useEffect(() => {
    if (key !== 'copied') return undefined;
    const timer = setTimeout(() => setKey(null), saidFor);
    return () => clearTimeout(timer);
  }, [key]);
  const copied = (work: Promise<void>): void => {
    work.then(
      () => setKey('copied'),
      () => setKey('copyFailed'),
    );
  };
  return { said: key === null ? '' : label(page, key), copied };
}
