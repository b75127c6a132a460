import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ColumnReport } from '../../src/core/sections/drift/result.ts';
import type { PageLabelKey } from '../../src/core/sections/pageLabelKeys.ts';
import type { ColumnChoice } from '../../src/core/spec/choices.ts';
import type { Role } from '../../src/core/spec/spec.ts';
import { Button, Dropdown, TextField } from '../common/controls.ts';
import { Link } from '../report/link.tsx';
import { label, usePage } from '../report/pageContext.ts';

const roles: readonly (readonly [Role, PageLabelKey])[] = [
  ['feature', 'roleFeature'],
  ['target', 'roleTarget'],
  ['prediction', 'rolePrediction'],
  ['score', 'roleScore'],
  ['timestamp', 'roleTime'],
  ['id', 'roleIdentifier'],
  ['segment', 'roleSegment'],
  ['weight', 'roleWeight'],
];
const kinds: readonly (readonly [ColumnReport['kind'], PageLabelKey])[] = [
  ['number', 'kindNumber'],
  ['text', 'kindCategory'],
  ['boolean', 'kindFlag'],
  ['timestamp', 'roleTime'],
];
const found = 'auto';

/** What a column is taken for and how far it may move, changed in place: the report runs again with only that changed. */
export function ColumnChoices({ column }: { readonly column: ColumnReport }): VNode {
  const page = usePage();
  const { columns } = page.report.spec;
  const given = (choices: Readonly<Record<string, number>> | undefined): number | undefined =>
    choices !== undefined && Object.hasOwn(choices, column.name) ? choices[column.name] : undefined;
  const limit = given(columns?.limits);
  const [typed, setTyped] = useState(limit === undefined ? '' : String(Math.round(limit * 1e4) / 100));
  const change = (choice: ColumnChoice): void => page.ask('rerun', { columns: { [column.name]: choice } });
  // The chosen entry says what it is about: two lists stand side by side.
  const options = (
    choices: readonly (readonly [string, PageLabelKey])[],
    chosen: string,
    says: PageLabelKey,
  ): { value: string; text: string }[] =>
    [[found, 'chunkAuto'] as const, ...choices].map(([value, key]) => ({
      value,
      text: value === chosen ? label(page, says, label(page, key)) : label(page, key),
    }));
  // A role that is not in the list (left out) is changed by a link of its own.
  const role = column.roleGiven && roles.some(([name]) => name === column.role) ? column.role : found;
  const kind = columns?.types !== undefined && Object.hasOwn(columns.types, column.name) ? column.kind : found;
  const percent = Number(typed.replace(',', '.'));
  const valid = typed.trim() === '' || (percent > 0 && percent <= 100);
  const setLimit = (): void => {
    if (valid) change({ limit: typed.trim() === '' ? null : percent / 100 });
  };
  return (
    <div class="choices">
      <Dropdown
        label={label(page, 'choiceRole')}
        value={role}
        options={options(roles, role, 'choiceRoleIs')}
        onChange={(value) => change({ role: value === found ? null : (value as Role) })}
      />
      <Dropdown
        label={label(page, 'choiceType')}
        value={kind}
        options={options(kinds, kind, 'choiceTypeIs')}
        onChange={(value) => change({ kind: value === found ? null : (value as ColumnChoice['kind']) })}
      />
      <span class="choice-limit">
        <TextField
          label={label(page, 'choiceLimit')}
          hint={label(page, 'choiceLimitHint')}
          value={typed}
          onInput={setTyped}
          onEnter={setLimit}
        />
        <Button onClick={setLimit}>{label(page, 'choiceSet')}</Button>
      </span>
      {column.reason !== 'ignored' && <Link onClick={() => change({ ignored: true })}>{label(page, 'choiceIgnore')}</Link>}
      {!valid && (
        <p class="failed" role="alert">
          {label(page, 'choiceLimitWrong')}
        </p>
      )}
    </div>
  );
}
