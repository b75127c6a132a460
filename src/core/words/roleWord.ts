import type { Role } from '../spec/spec.ts';
import type { Translate } from './translate.ts';

/** The word for a role. */
export function roleWord(role: Role, t: Translate): string {
  switch (role) {
    case 'feature':
      return t('feature');
    case 'target':
      return t('target');
    case 'prediction':
      return t('prediction');
    case 'score':
      return t('score');
    case 'timestamp':
      return t('time');
    case 'id':
      return t('identifier');
    case 'segment':
      return t('segment');
    case 'weight':
      return t('weight');
    case 'ignore':
      return t('left out');
  }
}
