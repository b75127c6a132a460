import type { ProfileName } from '../spec/spec.ts';
import type { Translate } from './translate.ts';

/** "profile default". */
export function profileText(profile: ProfileName, t: Translate): string {
  switch (profile) {
    case 'default':
      return t('profile default');
    case 'strict':
      return t('profile strict');
    case 'sensitive':
      return t('profile sensitive');
  }
}
