import type { DetailName, ServerDetails } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import type { Server } from '../../host/server';
import { findBackupStates } from './backup-states';
import { findBackups } from './backups';

/** How each detail is learned, from the server and from what the plain look saw. */
type Look<Name extends DetailName> = (
  server: Server,
  facts: ServerFacts,
) => Promise<Result<NonNullable<ServerDetails[Name]>>>;

const looks: { readonly [Name in DetailName]-?: Look<Name> } = {
  backups: findBackups,
  backupStates: findBackupStates,
};

/** The facts with these details, one after another; the first that can't be told is told instead. */
export async function addDetails(
  server: Server,
  facts: ServerFacts,
  names: readonly DetailName[],
): Promise<Result<ServerFacts>> {
  const details: ServerDetails = {};
  for (const name of names) {
    const seen = await looks[name](server, facts);
    if (!seen.ok) return seen;
    Object.assign(details, { [name]: seen.value });
  }
  return success({ ...facts, details });
}
