import { isChinese } from './isChinese.ts';
import { numberFormat } from './numberFormat.ts';

/** How long something took: "40 ms", "0.9 s", "12 s", "1 min 20 s". */
export function formatDuration(ms: number, locale: string): string {
  const chinese = isChinese(locale);
  const unit = (value: number, digits: number, english: string, chineseUnit: string): string => {
    const number = numberFormat(locale, { maximumFractionDigits: digits }).format(value);
    return chinese ? `${number}\u00a0${chineseUnit}` : `${number}\u00a0${english}`;
  };
  if (!Number.isFinite(ms) || ms < 0) return '–';
  if (ms < 100) return unit(ms, 0, 'ms', '毫秒');
  if (ms < 9950) return unit(ms / 1000, 1, 's', '秒');
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return unit(seconds, 0, 's', '秒');
  const minutes = unit(Math.floor(seconds / 60), 0, 'min', '分');
  const rest = seconds % 60;
  return rest === 0 ? minutes : `${minutes} ${unit(rest, 0, 's', '秒')}`;
}
