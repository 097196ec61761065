import type { Session } from 'electron';

/** True for the page itself, its tools, and, while developing, the development server. */
export function isRequestAllowed(address: string, developmentServer: string | null): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.protocol === 'app:') return true;
  if (developmentServer === null) return false;
  if (url.protocol === 'devtools:') return true;
  return url.host === new URL(developmentServer).host && ['http:', 'ws:'].includes(url.protocol);
}

/** Cuts the renderer off from every network: main alone talks to servers. */
export function denyNetwork(
  session: Pick<Session, 'webRequest'>,
  developmentServer: string | null,
): void {
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !isRequestAllowed(details.url, developmentServer) }),
  );
}
