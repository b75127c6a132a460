import { ProgressLocation, window } from 'vscode';
import { plainSentence } from './plainSentence.ts';

/** Says how far work is: in words, and by how many per cent it went on. */
export type Advance = (sentence: string, percent: number) => void;

/** Shows a notification while `work` lasts; its Cancel calls `cancel`. */
export function withNotification<T>(title: string, cancel: () => void, work: (advance: Advance) => PromiseLike<T>): Promise<T> {
  const options = { location: ProgressLocation.Notification, title: plainSentence(title), cancellable: true };
  return Promise.resolve(
    window.withProgress(options, (bar, token) => {
      token.onCancellationRequested(cancel);
      return work((sentence, increment) => bar.report({ message: plainSentence(sentence), increment }));
    }),
  );
}
