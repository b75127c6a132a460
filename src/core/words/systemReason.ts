import { dataText } from './dataText.ts';
import type { Translate } from './translate.ts';

/** Why the system refused a file, as a part of a sentence; what it said itself when that is not known. */
export function systemReason(error: unknown, t: Translate): string {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return t('the disk is full');
    case 'EFBIG':
      return t('the file would be larger than the system allows');
    case 'EACCES':
    case 'EPERM':
      return t('there is no permission to write there');
    case 'EROFS':
      return t('the disk can only be read');
    case 'ENOENT':
    case 'ENOTDIR':
      return t('the folder does not exist');
    case 'EISDIR':
      return t('there is a folder of that name');
    case 'ENAMETOOLONG':
      return t('the name is too long');
    default:
      return dataText(typeof message === 'string' ? (message.split('\n')[0] ?? '') : String(error), 300);
  }
}
