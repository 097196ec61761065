import type { WebFrameMain } from 'electron';

/** What the sender check looks at; a part of Electron's `IpcMainInvokeEvent`. */
export interface IpcSender {
  sender: { id: number; mainFrame: Pick<WebFrameMain, 'frameTreeNodeId'> };
  senderFrame: Pick<WebFrameMain, 'frameTreeNodeId' | 'origin'> | null;
}

/** Who may ask: one window, and the origins its page can have. */
export interface TrustedWindow {
  contentsId: number;
  origins: readonly string[];
}

/** True when the message comes from the main frame of our window, showing our own page. */
export function isTrustedSender(event: IpcSender, trusted: TrustedWindow | null): boolean {
  const frame = event.senderFrame;
  return (
    trusted !== null &&
    frame !== null &&
    event.sender.id === trusted.contentsId &&
    frame.frameTreeNodeId === event.sender.mainFrame.frameTreeNodeId &&
    trusted.origins.includes(frame.origin)
  );
}
