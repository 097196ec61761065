import { expect, it, vi } from 'vitest';
import { holdSessionEnd, sessionEndMessage } from '../../../main/window/session-end';

function hold(titleAtFirst: string | null) {
  let titleAtWork = titleAtFirst;
  const listeners = new Map<string, (event: unknown) => void>();
  const window = {
    on: vi.fn((name: string, listener: (event: unknown) => void) => listeners.set(name, listener)),
    setTitle: vi.fn(),
    getTitle: () => 'Process Server Manager',
    isDestroyed: () => false,
  };
  let answer: () => void = () => undefined;
  const dialog = {
    showMessageBox: vi.fn(
      () => new Promise((resolve) => (answer = () => resolve({ response: 0 }))),
    ),
  };
  const close = vi.fn(() => Promise.resolve());
  // Only what the function uses is there.
  holdSessionEnd(window as never, dialog as never, () => ({
    titleAtWork: () => titleAtWork,
    close,
  }));
  const ask = (reasons: readonly string[]) => {
    const event = { preventDefault: vi.fn(), reasons };
    listeners.get('query-session-end')?.(event);
    return event.preventDefault;
  };
  return {
    window,
    dialog,
    close,
    ask,
    answer: () => answer(),
    finish: () => {
      titleAtWork = null;
    },
    end: () => listeners.get('session-end')?.({}),
  };
}

it('holds a sign-out up while an operation is at work, and says why in title and box, once', async () => {
  const { window, dialog, ask, answer } = hold('Set up');
  expect(ask(['logoff'])).toHaveBeenCalledOnce();
  expect(ask(['shutdown'])).toHaveBeenCalledOnce();
  expect(dialog.showMessageBox).toHaveBeenCalledOnce();
  expect(window.setTitle).toHaveBeenLastCalledWith("Set up is at work: don't sign out");
  answer();
  await vi.waitFor(() =>
    expect(window.setTitle).toHaveBeenLastCalledWith('Process Server Manager'),
  );
});

it('stays when an installer asks it to close, and tells nobody of a sign-out', () => {
  const { window, dialog, ask } = hold('Set up');
  expect(ask(['close-app'])).toHaveBeenCalledOnce();
  expect(window.setTitle).not.toHaveBeenCalled();
  expect(dialog.showMessageBox).not.toHaveBeenCalled();
  expect(hold(null).ask(['close-app'])).not.toHaveBeenCalled();
});

it('lets go once it has ended, and does not go on saying that it is at work', () => {
  const { window, ask, finish } = hold('Set up');
  ask(['logoff']);
  finish();
  expect(ask(['logoff'])).not.toHaveBeenCalled();
  expect(window.setTitle).toHaveBeenLastCalledWith('Process Server Manager');
});

it('lets go while nothing is at work, and when Windows forces the end', () => {
  expect(hold(null).ask(['logoff'])).not.toHaveBeenCalled();
  expect(hold('Set up').ask(['critical'])).not.toHaveBeenCalled();
});

it('ends what is under way in order when the session ends all the same', () => {
  const { end, close } = hold('Set up');
  end();
  expect(close).toHaveBeenCalledOnce();
});

it('tells what to do instead', () => {
  expect(sessionEndMessage('Set up').detail).toMatch(/disconnect the remote session/);
});
