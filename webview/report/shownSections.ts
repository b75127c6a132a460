import { sectionViews } from '../sections/registry.ts';
import type { SectionView } from '../sections/sectionView.ts';
import type { Spoken } from './pageContext.ts';

/** The sections a report has, in their order and numbered from 1. */
export function shownSections(page: Pick<Spoken, 'report' | 'text'>): readonly (SectionView & { readonly number: number })[] {
  return sectionViews.filter(({ shown }) => shown(page)).map((section, i) => ({ ...section, number: i + 1 }));
}
