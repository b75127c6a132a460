import type { VNode } from 'preact';
import type { PageLabelKey } from '../../src/core/sections/pageLabelKeys.ts';
import type { ChunkSpec, ProfileName } from '../../src/core/spec/spec.ts';
import { Button, Dropdown } from '../common/controls.ts';
import { Menu } from '../common/menu.tsx';
import { plainText, Rich } from '../common/richView.tsx';
import { label, type Page, usePage } from './pageContext.ts';
import { TimeChoice } from './timeChoice.tsx';

const units = ['auto', 'none', 'hour', 'day', 'week', 'month'] as const;
const unitLabels: Record<(typeof units)[number], PageLabelKey> = {
  auto: 'chunkAuto',
  none: 'chunkNone',
  hour: 'chunkHour',
  day: 'chunkDay',
  week: 'chunkWeek',
  month: 'chunkMonth',
};
const profiles: Record<ProfileName, PageLabelKey> = {
  default: 'profileDefault',
  strict: 'profileStrict',
  sensitive: 'profileSensitive',
};

/** The finding as the title, what can be done with the report, and what it was made of. */
export function ReportHead(): VNode {
  const page = usePage();
  const { text, report, ask } = page;
  const formats = [
    { id: 'html', text: label(page, 'exportHtml') },
    { id: 'markdown', text: label(page, 'exportMarkdown') },
    { id: 'csv', text: label(page, 'exportCsv') },
    { id: 'json', text: label(page, 'exportJson') },
  ] as const;
  return (
    <header>
      <div class="head">
        <h1>
          <Rich text={text.title} />
        </h1>
        {page.hosted && (
          <div class="actions">
            {report.datasets.reference !== null && (
              <Button title={label(page, 'swapHint', report.datasets.current.label)} onClick={() => ask('swap', null)}>
                {label(page, 'swap')}
              </Button>
            )}
            <Menu label={label(page, 'export')} items={formats} onChoose={(format) => ask('save', { format: format as 'json' })} />
          </div>
        )}
      </div>
      <div class="meta">
        <Side side="reference" page={page} />
        <Side side="current" page={page} />
        {page.hosted ? (
          <>
            <ChunkChoice page={page} />
            <TimeChoice />
            <ProfileChoice page={page} />
          </>
        ) : (
          <>
            <span>{text.chunking}</span>
            <span>{text.profile}</span>
          </>
        )}
        <span>{text.duration}</span>
      </div>
    </header>
  );
}

function Side({ side, page }: { readonly side: 'reference' | 'current'; readonly page: Page }): VNode | null {
  const said = page.text[side];
  const dataset = page.report.datasets[side];
  // Predictions evaluated by themselves have no reference.
  if (dataset === null) return null;
  const open = label(page, side === 'reference' ? 'openReference' : 'openCurrent', plainText(said));
  const [first, ...rest] = said;
  const name = first === undefined ? [dataset.label] : [first];
  return (
    <span class="side">
      <span class={`key ${side}`} aria-hidden="true" />
      {label(page, side)}{' '}
      {page.hosted ? (
        <button type="button" class="file" title={dataset.path} aria-label={open} onClick={() => page.ask('open', { side })}>
          <Rich text={name} />
        </button>
      ) : (
        <Rich text={name} />
      )}
      <Rich text={rest} />
    </span>
  );
}

function ChunkChoice({ page }: { readonly page: Page }): VNode {
  const chunking = page.report.spec.chunk ?? { by: 'auto' };
  const chosen = 'by' in chunking ? chunking.by : 'given';
  // What was chosen automatically is said by its name, and that it was.
  const chosenText = chosen === 'auto' ? `${page.text.chunking} · ${label(page, 'chunkAuto')}` : page.text.chunking;
  const options: { value: string; text: string }[] = units.map((unit) => ({
    value: unit,
    text: unit === chosen ? chosenText : label(page, unitLabels[unit]),
  }));
  if (chosen === 'given') options.unshift({ value: 'given', text: page.text.chunking });
  const change = (value: string): void => {
    if (value !== 'given') page.ask('rerun', { chunk: { by: value } as ChunkSpec });
  };
  return <Dropdown class="quiet" label={label(page, 'chunkLabel')} value={chosen} options={options} onChange={change} />;
}

function ProfileChoice({ page }: { readonly page: Page }): VNode {
  const chosen = page.report.spec.profile ?? 'default';
  const options = (Object.keys(profiles) as ProfileName[]).map((name) => ({
    value: name,
    text: name === chosen ? page.text.profile : label(page, profiles[name]),
  }));
  const change = (value: string): void => page.ask('rerun', { profile: value as ProfileName });
  return <Dropdown class="quiet" label={label(page, 'profileLabel')} value={chosen} options={options} onChange={change} />;
}
