import type { Translate } from '../../core/words/translate.ts';
import { flowYaml } from './renderYaml.ts';

/** A driftbook to begin with where no data are known yet. It reads without a problem; its paths are to be put in. */
export function starterDriftbook(t: Translate): string {
  return [
    `# ${t('A driftbook: what is compared, how, and what is an alarm. Run it in an editor or a terminal.')}`,
    'version: 1',
    `title: ${flowYaml(t('Weekly check'))}`,
    '',
    'datasets:',
    `  # ${t('Put the paths of your data here, from the folder of this file.')}`,
    '  reference: {path: reference.csv}',
    '  current: {path: current.csv}',
    '',
    `# ${t('Cells are run from top to bottom. A cell without checks alarms by its own rule.')}`,
    'cells:',
    `  - markdown: ${flowYaml(`# ${t('Weekly check')}`, 'double')}`,
    '',
    '  - quality: {}',
    '    checks:',
    '      - {measure: missing_share, max: 5%}',
    '',
    '  - drift: {columns: all}',
    '',
  ].join('\n');
}
