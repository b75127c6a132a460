import type { VNode } from 'preact';
import { columnsOf } from '../../src/core/report/sectionOf.ts';
import { Dropdown } from '../common/controls.ts';
import { label, usePage } from './pageContext.ts';

const found = 'auto';
const none = 'none';
/** Before the names of columns, so that one called "none" is a column. */
const prefix = 'column ';

/** The column that says when: the one that was found, another, or none. Nothing where no column could be one. */
export function TimeChoice(): VNode | null {
  const page = usePage();
  const { spec, time } = page.report;
  const names = new Set(
    columnsOf(page.report)
      .filter((column) => column.kind === 'timestamp')
      .map((column) => column.name),
  );
  const inForce = time?.column ?? null;
  if (inForce !== null) names.add(inForce);
  if (names.size === 0) return null;
  const wished = spec.columns?.timestamp;
  const chosen = wished === undefined ? found : wished === null ? none : prefix + wished;
  const said = inForce === null ? label(page, 'timeNone') : label(page, 'timeIs', inForce);
  const options = [
    { value: found, text: chosen === found ? `${said} · ${label(page, 'chunkAuto')}` : label(page, 'chunkAuto') },
    { value: none, text: label(page, 'timeNone') },
    ...[...names].map((name) => ({ value: prefix + name, text: chosen === prefix + name ? label(page, 'timeIs', name) : name })),
  ];
  const change = (value: string): void => {
    page.ask('rerun', { timestamp: value === found ? { auto: true } : value === none ? null : value.slice(prefix.length) });
  };
  return <Dropdown class="quiet" label={label(page, 'timeLabel')} value={chosen} options={options} onChange={change} />;
}
