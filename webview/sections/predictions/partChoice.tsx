import type { VNode } from 'preact';
import { Dropdown } from '../../common/controls.ts';
import { usePage } from '../../report/pageContext.ts';

interface PartChoiceProps {
  readonly name: string;
  readonly shown: string;
  readonly why?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

/** One part: what plays it, and why. A report without a host says it; with one it can be changed. */
export function PartChoice({ name, shown, why = '', value, options, onChange }: PartChoiceProps): VNode {
  const page = usePage();
  return (
    <div class="part" title={why}>
      <span class="part-name" aria-hidden={page.hosted}>
        {name}
      </span>
      {page.hosted ? (
        <Dropdown label={name} value={value} options={options} onChange={onChange} />
      ) : (
        <span class="part-column">{shown}</span>
      )}
      {why !== '' && <span class="part-why">{why}</span>}
    </div>
  );
}
