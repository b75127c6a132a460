import type { ComponentChildren, ComponentType } from 'preact';
import type { Page, Spoken } from '../report/pageContext.ts';

/** What a section of the page is given beside the page: its number, and what stands within it. */
export interface SectionViewProps {
  readonly number: number;
  readonly children?: ComponentChildren;
}

/** A section of the page: what it shows is taken from the result of its kind. */
export interface SectionView {
  /** Its place in the page, which links and findings lead to. */
  readonly id: string;
  readonly title: (page: Pick<Page, 'report' | 'words'>) => string;
  /** Whether the report has anything of it. */
  readonly shown: (page: Pick<Spoken, 'report' | 'text'>) => boolean;
  readonly View: ComponentType<SectionViewProps>;
  /** What it shows of the page's state beside the report: as long as these are the same it is not drawn again. Absent: it is drawn each time. */
  readonly shows?: (page: Page) => readonly unknown[];
}

/** A block within a section of the page; it shows nothing where the report has nothing of it. */
export interface BlockView {
  readonly within: string;
  readonly View: ComponentType;
}
