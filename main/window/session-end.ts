import type { BrowserWindow, Dialog, MessageBoxOptions, WindowSessionEndEvent } from 'electron';
import { windowText } from '../../contract/text/window';

/** What a session that ends would break. */
export interface WorkAtHand {
  /** Title of the operation at work; null while none is. */
  titleAtWork(): string | null;
  close(): Promise<void>;
}

const words = windowText.sessionEnd;

export function sessionEndMessage(title: string): MessageBoxOptions {
  return {
    type: 'warning',
    title: 'Process Server Manager',
    message: words.message(title),
    detail: words.detail,
    buttons: [words.understood],
    noLink: true,
  };
}

/**
 * Holds a sign-out or shutdown up while an operation is at work. Windows then names this window and
 * leaves the choice to the admin. Electron can give Windows no reason of its own, but Windows shows
 * the title of the window, so that says it. A forced end can't be held up: what is under way is then
 * ended in order as far as there is time for it.
 */
export function holdSessionEnd(
  window: Pick<BrowserWindow, 'on' | 'setTitle' | 'getTitle' | 'isDestroyed'>,
  dialog: Pick<Dialog, 'showMessageBox'>,
  work: () => WorkAtHand | null,
): void {
  const usualTitle = window.getTitle();
  let isTold = false;
  window.on('query-session-end', (event: WindowSessionEndEvent) => {
    const title = work()?.titleAtWork() ?? null;
    if (title === null) window.setTitle(usualTitle);
    if (title === null || event.reasons.includes('critical')) return;
    event.preventDefault();
    // An installer asks this program alone to close: nobody signs out, and nothing else ends.
    if (event.reasons.includes('close-app')) return;
    window.setTitle(words.title(title));
    if (isTold) return;
    isTold = true;
    const putBack = () => {
      isTold = false;
      if (!window.isDestroyed()) window.setTitle(usualTitle);
    };
    void dialog.showMessageBox(sessionEndMessage(title)).then(putBack, putBack);
  });
  window.on('session-end', () => void work()?.close());
}
