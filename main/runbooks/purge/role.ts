import type { ServerFacts } from '../../../contract/facts';
import { purgeProcedureText } from '../../../contract/text/purge-procedure';

const { findings } = purgeProcedureText;

/** What this server is, and where a purge belongs when it is not this one. */
export function roleWords({ configuration }: ServerFacts): string {
  const { serverType, csAddress } = configuration;
  if (serverType === '3') return findings.isConfigurationServer;
  if (serverType === null) return findings.isNeither;
  return findings.isProcessServer(csAddress ?? findings.unknownAddress);
}
