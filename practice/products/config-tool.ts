import type { ToolContext } from '../runner/tool';
import { serverAnswers } from '../world/network-loss';
import { readText, setTexts } from '../world/registry';
import { findService, serviceErrors, startService, stopService } from '../world/services';
import { keepPassphrase, writeServerCertificate } from './connection';
import { agentFolder, installedFolder } from './installed';
import { keys } from './keys';
import type { InstallTarget } from './target';

/** What a person typed into the window of cspsconfigtool.exe. */
export interface TypedConnection {
  address: string;
  port: string;
  passphrase: string;
  dataPort: string;
}

const services = [
  'ProcessServerMonitor',
  'ProcessServer',
  'tmansvc',
  'InMage PushInstall',
  'cxprocessserver',
] as const;
const agentServices = ['svagents', 'obengine', 'InMage Scout Application Service'] as const;
const secondsPerService = 3;

const quoted = (name: string, value: string) => ({
  pattern: new RegExp(`^${name}(\\s*)=(\\s*).*$`, 'm'),
  line: `${name}$1=$2"${value}"`,
});
const plain = (name: string, value: string) => ({
  pattern: new RegExp(`^${name}(\\s*)=(\\s*).*$`, 'm'),
  line: `${name}$1=$2${value}`,
});

/** Every file with what is set in it; what is not there is left alone. */
function changesOf(folder: string, agent: string | null, typed: TypedConnection) {
  const { address, port, dataPort } = typed;
  const home = `${folder}\\home\\svsystems`;
  const all = [
    {
      path: `${home}\\etc\\amethyst.conf`,
      lines: [quoted('PS_CS_IP', address), quoted('DB_HOST', address), quoted('PS_CS_PORT', port)],
    },
    {
      path: `${home}\\pushinstallsvc\\pushinstaller.conf`,
      lines: [quoted('Hostname', address), quoted('Port', port)],
    },
    {
      path: `${home}\\transport\\cxps.conf`,
      lines: [
        // Any text is taken as it is; nothing at all becomes the usual port.
        plain('ssl_port', dataPort === '' ? '9443' : dataPort),
        plain('cs_ip_address', address),
        plain('cs_ssl_port', port),
      ],
    },
  ];
  if (agent === null) return all;
  const drscout = `${agent}\\Application Data\\etc\\drscout.conf`;
  return [...all, { path: drscout, lines: [quoted('Hostname', address), plain('Port', port)] }];
}

/**
 * What Save does in cspsconfigtool.exe, in its order: services stopped, files written, passphrase
 * tried, services started (vendor source, cspsconfigtool and confmgr). Returns the exit code it
 * would end with; the services stay stopped when the configuration server refuses.
 */
export async function saveConnection(
  context: ToolContext,
  typed: TypedConnection,
): Promise<number> {
  const { world: store, systemFiles: files, clock } = context;
  const world = await store.read();
  const folder = installedFolder(world);
  if (folder === null) return 1;
  const agent = agentFolder(world);
  const all = [...services, ...(agent === null ? [] : agentServices)];
  for (const name of all) {
    const code = await store.change((draft) => stopService(draft, name, clock.now()));
    const isStopped = [0, serviceErrors.notStarted, serviceErrors.notInstalled].some(
      (one) => one === code,
    );
    if (!isStopped) return 1;
    await context.wait(secondsPerService);
  }
  for (const { path, lines } of changesOf(folder, agent, typed)) {
    const before = await files.readText(path);
    await files.writeText(`${path}.${clock.now().toISOString().replace(/[-:]/g, '')}.bak`, before);
    const after = lines.reduce((text, { pattern, line }) => text.replace(pattern, line), before);
    await files.writeText(path, after);
  }
  if (agent !== null) {
    await store.change(({ registry }) =>
      setTexts(registry, keys.svSystems, {
        HostId: readText(registry, keys.svSystems, 'HostId') ?? '',
        ServerName: typed.address,
        ServerHttpPort: typed.port,
        Https: '1',
      }),
    );
  }
  await context.wait(2);
  if (!(await isTaken(context, typed))) return 1;
  const target: InstallTarget = { store, files, now: clock.now };
  await keepPassphrase(target, typed.passphrase);
  await writeServerCertificate(target, typed.address, Number(typed.port));
  for (const name of [...all].reverse()) {
    await store.change((draft) => {
      const service = findService(draft, name);
      if (service && name !== 'obengine') service.startType = 'automatic';
      startService(draft, name, clock.now());
    });
    await context.wait(secondsPerService);
  }
  return 0;
}

/** Whether the configuration server takes the passphrase. */
async function isTaken(context: ToolContext, typed: TypedConnection): Promise<boolean> {
  const world = await context.world.read();
  const { address, port, passphrase } = world.configurationServer;
  const isThere = typed.address === address && Number(typed.port) === port;
  return isThere && serverAnswers(world) === 'yes' && typed.passphrase === passphrase;
}
