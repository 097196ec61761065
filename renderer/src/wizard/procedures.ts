import type { RequestInput } from '../../../contract/ipc';
import type { Page } from '../state/navigation';

/** The procedure behind the page Set up. */
export const SET_UP = 'set-up';

/** The procedure that fetches set-up files, worked on under Maintain. */
export const DOWNLOAD = 'download';

/** Small procedures that prepare another one; they are worked on in its wizard. */
const preparedFor: Readonly<Record<string, string>> = {
  prepare: SET_UP,
  'prepare-upgrade': 'upgrade',
};

type DocumentationKey = RequestInput<'app.openDocumentation'>['key'];
const articles: Readonly<Record<string, DocumentationKey>> = { [SET_UP]: 'addProcessServer' };

/** Name of the wizard in which operations of this runbook are shown. */
export const wizardNameOf = (runbook: string): string => preparedFor[runbook] ?? runbook;

/** The page on which the wizard of this runbook is drawn. */
export const pageOfRunbook = (runbook: string): Page =>
  wizardNameOf(runbook) === SET_UP ? 'setUp' : 'maintain';

/** The article to read before this procedure; null when there is none. */
export const articleOf = (procedure: string): DocumentationKey | null =>
  articles[procedure] ?? null;
