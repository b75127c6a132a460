import type { Translate } from '../translate.ts';

/** What a measure of ranking is; null for others. */
export function rankingAbout(code: string, t: Translate): string | null {
  switch (code) {
    case 'ndcg':
      return t('Gain of the list, less the lower it stands, in relation to the best order; mean over users');
    case 'map':
      return t('Precision averaged over the relevant items of the list; mean over users');
    case 'precision_at_k':
      return t('Share of the list that is relevant; mean over users');
    case 'recall_at_k':
      return t('Share of the relevant items that the list holds; mean over users');
    case 'f1_at_k':
      return t('Harmonic mean of precision and recall of the list; mean over users');
    case 'mrr':
      return t('One divided by the place of the first relevant item; mean over users');
    case 'hit_rate':
      return t('Share of users whose list holds a relevant item');
    case 'coverage':
      return t('Share of all items that stand in any list');
    case 'personalisation':
      return t('How different the lists of two users are, on average');
    case 'diversity':
      return t('How different the items of one list are, on average');
    default:
      return null;
  }
}
