import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../common/controls.ts';
import { label, usePage } from '../../report/pageContext.ts';
import { go } from '../evaluationPage.ts';

/** A cost to type in; what is no number from 0 on is said and not taken. */
export function CostField({ which, value }: { readonly which: 'falsePositive' | 'falseNegative'; readonly value: number }): VNode {
  const page = usePage();
  const [typed, setTyped] = useState(String(value));
  const wrong = !isCost(typed);
  const type = (text: string): void => {
    setTyped(text);
    if (isCost(text)) go(page, { [which]: Number(text.replace(',', '.')) });
  };
  const name = label(page, which === 'falsePositive' ? 'evCostFalsePositive' : 'evCostFalseNegative');
  return (
    <span class="cost-field">
      <span aria-hidden="true">{name}</span>
      <TextField label={name} hint="1" value={typed} onInput={type} />
      {wrong && (
        <span class="failed" role="alert">
          {label(page, 'evCostWrong')}
        </span>
      )}
    </span>
  );
}

function isCost(text: string): boolean {
  const cost = Number(text.replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(cost) && cost >= 0;
}
