import { parseCsv } from './csv';

const ADMINISTRATORS = 'S-1-5-32-544';

/**
 * Whether this process has the rights of the group Administrators, from `whoami /groups /fo csv`.
 * Without elevation the group is listed "for deny only". Null when the list could not be read.
 * Source: learn.microsoft.com, whoami.
 */
export function hasAdministratorRights(text: string): boolean | null {
  const groups = parseCsv(text).filter((fields) => /^S-1-/.test(fields[2] ?? ''));
  if (groups.length === 0) return null;
  const attributes = groups.find(([, , sid]) => sid === ADMINISTRATORS)?.[3] ?? '';
  return /enabled group/i.test(attributes);
}
