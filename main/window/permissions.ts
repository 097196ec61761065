import type { Session } from 'electron';

/** All the page may ask of the system: to put text on the clipboard (the copy buttons). */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Refuses every other permission, asked for or looked up. */
export function denyPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(GRANTED.has(permission)),
  );
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  session.setDevicePermissionHandler(() => false);
}
