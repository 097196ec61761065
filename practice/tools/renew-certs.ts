import { dataPortFiles } from '../products/data-port-certificate';
import type { Tool, ToolContext } from '../runner/tool';
import { startService, stopService } from '../world/services';

const service = 'cxprocessserver';
const isBackup = (name: string, file: string) => name.startsWith(`${file}.bak`);

/**
 * RenewCerts.exe: stops the data port, removes older backups, has gencert.exe make a certificate and
 * starts the data port again. It ends with 0 whatever happens (vendor source, RenewCerts/Program.cs
 * and PSTaskFactory.RegeneratePSCertsAsync).
 */
export const renewCerts: Tool = {
  encoding: 'oem',
  run: async (context) => {
    context.output('Certificates renewal is in progress. Please wait...\r\n');
    context.output('PS Certificates renewal is in progress. Please wait...\r\n');
    const { isAdministrator, computerName } = await context.world.read();
    if (!isAdministrator) return failed(context, computerName, 'ECA0169');
    const refused = await context.world.change((world) =>
      stopService(world, service, context.clock.now(), 5),
    );
    if (refused !== 0 && refused !== 1062) return failed(context, computerName, 'ECA0169');
    await context.wait(10);
    await removeBackups(context);
    const { exit } = await context.start('gencert.exe', ['-n', 'ps', '--dh']);
    const isWhole = exit === 0 && (await allBackedUp(context));
    await context.world.change((world) => startService(world, service, context.clock.now(), 5));
    await context.wait(6);
    if (!isWhole) return failed(context, computerName, exit === 0 ? 'ECA0170' : 'ECA0169');
    context.output('PS Certificates renewal is successfully done\r\n');
    return 0;
  },
};

function failed({ output }: ToolContext, server: string, code: string): number {
  output(`Error description: SSL certificate renewal failed on server ${server}\r\n`);
  output(`Error code: ${code}\r\nResponse: False\r\n`);
  output(
    'Please retry multiple times running the same command or contact Microsoft customer support.\r\n',
  );
  return 0;
}

async function backupsOf({ systemFiles }: ToolContext, path: string): Promise<string[]> {
  const at = path.lastIndexOf('\\');
  const folder = path.slice(0, at);
  const names = await systemFiles.list(folder).catch(() => []);
  return names
    .filter((name) => isBackup(name, path.slice(at + 1)))
    .map((name) => `${folder}\\${name}`);
}

async function removeBackups(context: ToolContext): Promise<void> {
  for (const path of dataPortFiles) {
    for (const backup of await backupsOf(context, path)) await context.systemFiles.remove(backup);
  }
}

/** A renewal counts only when each file there was has its backup. */
async function allBackedUp(context: ToolContext): Promise<boolean> {
  for (const path of dataPortFiles) {
    if ((await backupsOf(context, path)).length === 0) return false;
  }
  return true;
}
