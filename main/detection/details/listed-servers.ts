import type { ListedServers } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import { purgeToolText as words } from '../../../contract/text/purge-tool';
import type { Server } from '../../host/server';
import { isUsableIpv4 } from '../../vendor/ipv4';
import {
  heartbeatTime,
  PERL_PATH,
  unregisterComponentReader as reader,
  scriptPath,
  unregisterCommand,
} from '../../vendor/unregister-component';

const READ_SECONDS = 120;

/**
 * The process servers that this configuration server lists for the address that was answered. The
 * vendor's script prints them before it asks which one is meant; it is ended at its question, with
 * nothing chosen. It is only started when the admin says so, as its source is not public.
 */
export async function listServers(
  server: Server,
  { configuration }: ServerFacts,
  asked: Readonly<Record<string, string>>,
): Promise<Result<ListedServers>> {
  const { installFolder, serverType } = configuration;
  const isThere = async (path: string) => (await server.files.stat(path)) !== null;
  const path = installFolder === null ? '' : scriptPath(installFolder);
  const found: ListedServers = {
    script: { path, isThere: path !== '' && (await isThere(path)) },
    perl: { path: PERL_PATH, isThere: await isThere(PERL_PATH) },
    address: null,
    readAt: server.clock.now().toISOString(),
    rows: null,
    trouble: '',
    toolWords: [],
  };
  const address = asked.address ?? '';
  const mayRead = asked.list === 'yes' && isUsableIpv4(address) && serverType === '3';
  if (!mayRead || installFolder === null || !found.script.isThere || !found.perl.isThere) {
    return success(found);
  }
  const { reader: _, ...command } = unregisterCommand(installFolder, address);
  const ended = await server.holdDialogue(
    { ...command, timeoutSeconds: READ_SECONDS, encoding: 'oem' },
    { isAsking: (output) => reader.isAsking(output), answer: () => null },
  );
  const { end, output, error, wasAsked } = ended;
  const code = end.kind === 'exited' ? end.code : 0;
  const isEmpty = end.kind === 'exited' && reader.saysNone({ code, output, error, log: '' });
  const rows = isEmpty ? [] : wasAsked ? reader.rows(output) : null;
  const why = end.kind === 'timedOut' ? words.notAsked(READ_SECONDS).meaning : ended.ending;
  return success({
    ...found,
    address,
    rows:
      rows?.map(({ facts }) => {
        const { server: name = '', heartbeat = '' } = facts;
        return {
          server: name,
          heartbeat,
          heardAt: heartbeatTime(heartbeat)?.toISOString() ?? null,
        };
      }) ?? null,
    trouble: rows === null ? `${words.unreadable} ${why}` : '',
    toolWords:
      rows === null ? `${output}\n${error}`.split(/\r?\n/).filter((line) => line !== '') : [],
  });
}
