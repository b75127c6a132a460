import { l10n, Uri, workspace } from 'vscode';
import { translate } from '../editorTranslate.ts';
import type { Fix, LanguageFeatures, Lens, OpenText } from '../window/driftbookLanguage.ts';
import type { DataColumns } from './dataColumns.ts';
import { isCell, readableText } from './readableText.ts';

/** Completions, hovers, quick fixes and lenses of driftbook files. The format is loaded with the first of them. A method for each feature. */
export function driftbookFeatures(columns: DataColumns): LanguageFeatures {
  return {
    async complete(open, offset, signal) {
      const [{ text, framed, unframed }, { driftbookCompletions, parseDriftbook }] = await Promise.all([
        readableText(open),
        import('../../app/driftbookFiles.ts'),
      ]);
      const at = framed(offset);
      // What is typed may keep the rest from being read: the datasets are those of what can be.
      const book = isCell(open) ? await wholeText(open) : text;
      const names = await columns.of(fileOf(open), (parseDriftbook(book).value ?? {}) as object);
      if (signal.aborted) return [];
      return driftbookCompletions(text, at, names, translate).flatMap((found) => {
        const range = unframed(found.range);
        return range === null ? [] : [{ ...found, range }];
      });
    },
    async hover(open, offset) {
      const [{ text, framed, unframed }, { driftbookHover }] = await Promise.all([
        readableText(open),
        import('../../app/driftbookFiles.ts'),
      ]);
      const found = driftbookHover(text, framed(offset), translate);
      const range = found && unframed(found.range);
      return found && range && { text: found.text, range };
    },
    async fixes(open, { start, end }) {
      const [{ text, framed, unframed }, { checkAtOffset, columnAtOffset, meantWord, parseDriftbook }] = await Promise.all([
        readableText(open),
        import('../../app/driftbookFiles.ts'),
      ]);
      const [from, to] = [framed(start), framed(end)];
      const near = parseDriftbook(text).problems.filter(({ range }) => range.start <= to && range.end >= from);
      const meant = near.flatMap((problem): Fix[] => {
        const word = meantWord(problem);
        const range = word && unframed(word);
        return word && range ? [{ title: l10n.t('Change to “{0}”', word.word), edit: { ...range, text: word.text }, preferred: true }] : [];
      });
      // A cell is edited by hand: what follows is for the file as a whole.
      if (isCell(open)) return meant;
      const place = { uri: open.uri.toString(), at: start };
      const column = columnAtOffset(text, from);
      const roles =
        column === null ? [] : [{ title: l10n.t('Set Role of “{0}”…', column), command: { id: 'driftbook.setColumnRole', args: [place] } }];
      const check = near.length > 0 ? null : checkAtOffset(text, from);
      if (check === null) return [...meant, ...roles];
      const limits = [...check.bounds.keys()].map((bound) => ({
        title: l10n.t('Change {0} of “{1}”, with a Reason…', bound, check.measure),
        command: { id: 'driftbook.changeCheckBound', args: [{ ...place, bound }] },
      }));
      const mute = { title: l10n.t('Mute “{0}” until a Day…', check.measure), command: { id: 'driftbook.muteCheck', args: [place] } };
      return [...meant, ...roles, ...limits, mute];
    },
    async lenses(open) {
      if (isCell(open)) return [];
      const { parseDriftbook } = await import('../../app/driftbookFiles.ts');
      const { driftbook, problems, placeOf } = parseDriftbook(open.getText());
      // Nothing runs while something is wrong.
      if (driftbook === undefined || problems.length > 0) return [];
      const file = open.uri;
      const run = (at: number, cell: number | null): Lens => ({
        at,
        title: cell === null ? l10n.t('Run') : l10n.t('Run Cell'),
        command: 'driftbook.runDriftbook',
        args: cell === null ? [file] : [file, cell],
      });
      const cells = driftbook.cells.flatMap((cell, i) => {
        const place = placeOf(['cells', i]);
        return place === null || 'markdown' in cell ? [] : [run(place.value.start, i)];
      });
      return [
        run(0, null),
        { at: 0, title: l10n.t('Open Report'), command: 'driftbook.openDriftbookReport', args: [file] },
        { at: 0, title: l10n.t('Open as Notebook'), command: 'driftbook.openAsNotebook', args: [file] },
        ...cells,
      ];
    },
  };
}

/** The file of a text; of a cell, that of its notebook. */
function fileOf(open: OpenText): Uri {
  return isCell(open) ? Uri.file(open.uri.fsPath) : open.uri;
}

/** The text of the file that a cell is of, as it was opened. */
async function wholeText(open: OpenText): Promise<string> {
  const notebook = workspace.notebookDocuments.find((book) => book.getCells().some(({ document }) => document === open));
  const text: unknown = notebook?.metadata.text;
  return typeof text === 'string' ? text : '';
}
