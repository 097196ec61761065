import type { App, Dialog, WebContents } from 'electron';

/** Ways a process of Chromium ends that need no word to anybody. */
const ORDINARY: ReadonlySet<string> = new Set(['clean-exit', 'killed']);

/** What to say when the page or one of Chromium's helpers could not start or died. */
export function goneMessage(part: string, reason: string, exitCode: number, programFolder: string) {
  return {
    type: 'error' as const,
    title: 'Process Server Manager',
    message: "Couldn't keep the window running.",
    detail: [
      `${part} ended (${reason}, code ${exitCode}). Work on the server that had begun goes on and is not lost.`,
      'On Windows Server this mostly means that the sandboxed parts of the program may not read the program folder.',
      `To mend it: give "ALL APPLICATION PACKAGES" and "ALL RESTRICTED APPLICATION PACKAGES" the right Read & execute on ${programFolder}, or install the program again, which does that.`,
    ].join('\n\n'),
    buttons: ['Restart the program', 'Close'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
}

/** Tells in a native box when Chromium's processes die, with the cure, and offers a restart. */
export function watchForGoneProcesses(
  app: Pick<App, 'on' | 'relaunch' | 'exit'>,
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
  programFolder: string,
): void {
  let told = false;
  const tell = (part: string, reason: string, exitCode: number) => {
    if (told || ORDINARY.has(reason)) return;
    told = true;
    const choice = dialog.showMessageBoxSync(goneMessage(part, reason, exitCode, programFolder));
    if (choice === 0) app.relaunch();
    app.exit(1);
  };
  app.on('render-process-gone', (_event, _contents: WebContents, details) =>
    tell('The page', details.reason, details.exitCode),
  );
  app.on('child-process-gone', (_event, details) => {
    // Chromium starts its GPU and utility processes again by itself when they crash.
    if (details.reason === 'launch-failed') tell(details.type, details.reason, details.exitCode);
  });
}
