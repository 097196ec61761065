import type { DetailName, ServerDetails } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import type { Server } from '../../host/server';
import { readAgentProxy } from './agent-proxy';
import { readAntivirus } from './antivirus';
import { findBackupStates } from './backup-states';
import { findBackups, findUnusableBackups } from './backups';
import { readCertificates } from './certificates';
import { findLeftovers } from './leftovers';
import { listServers } from './listed-servers';
import { readRemoval } from './removal';
import { findWrittenPlaces } from './written-places';

/** How each detail is learned, from the server and from what the plain look saw. */
type Look<Name extends DetailName> = (
  server: Server,
  facts: ServerFacts,
  asked: Readonly<Record<string, string>>,
) => Promise<Result<NonNullable<ServerDetails[Name]>>>;

const looks: { readonly [Name in DetailName]-?: Look<Name> } = {
  backups: findBackups,
  agentProxy: readAgentProxy,
  antivirus: readAntivirus,
  certificates: readCertificates,
  writtenPlaces: findWrittenPlaces,
  removal: readRemoval,
  leftovers: findLeftovers,
  disconnectedServers: listServers,
  backupStates: findBackupStates,
  unusableBackups: findUnusableBackups,
};

/**
 * The facts with these details, one after another; the first that can't be told is told instead.
 * `asked`: the answers that say what is looked for.
 */
export async function addDetails(
  server: Server,
  facts: ServerFacts,
  names: readonly DetailName[],
  asked: Readonly<Record<string, string>> = {},
): Promise<Result<ServerFacts>> {
  const details: ServerDetails = {};
  for (const name of names) {
    const seen = await looks[name](server, facts, asked);
    if (!seen.ok) return seen;
    Object.assign(details, { [name]: seen.value });
  }
  return success({ ...facts, details });
}
