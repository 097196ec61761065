import { saveConnection, type TypedConnection } from '../products/config-tool';
import { installedFolder } from '../products/installed';
import { type Tool, type ToolContext, ToolNotStarted } from '../runner/tool';
import { readConfigToolArguments } from '../vendor-behaviour/cspsconfigtool';
import type { WindowAct } from '../world/schema';

const typingSeconds = 90;
/** The window stands open after it said that all was updated. */
const stayingSeconds = 3600;

/**
 * cspsconfigtool.exe: a window of its own, or the box that ends it. The practice server plays the
 * person in front of it too, who enters what the procedure said.
 */
export const cspsconfigtool: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const { isAdministrator } = await context.world.read();
    if (!isAdministrator) throw new ToolNotStarted('EACCES', context.file);
    const { parserAccepted, messages } = readConfigToolArguments(context.args);
    if (!parserAccepted) {
      context.output(messages.map((message) => `${message}\r\n`).join(''));
      return await context.hang();
    }
    const act = await nextAct(context);
    await context.wait(typingSeconds);
    if (act === 'closes') return 0;
    const exit = await saveConnection(context, await typed(context, act));
    if (exit !== 0) await context.wait(typingSeconds);
    if (act === 'savesAndStays') await context.wait(stayingSeconds);
    return exit;
  },
};

async function nextAct(context: ToolContext): Promise<WindowAct> {
  const { windowActs } = await context.world.read();
  if (windowActs.length === 0) return 'saves';
  return await context.world.change((world) => world.windowActs.shift() ?? 'saves');
}

/** What that person types: the values that were shown, and the passphrase they looked up. */
async function typed(context: ToolContext, act: WindowAct): Promise<TypedConnection> {
  const world = await context.world.read();
  const { address, port, passphrase } = world.configurationServer;
  const folder = installedFolder(world) ?? '';
  const cxps = `${folder}\\home\\svsystems\\transport\\cxps.conf`;
  const config = await context.systemFiles.readText(cxps).catch(() => '');
  const now = /^ssl_port\s*=\s*(\S*)/m.exec(config)?.[1] ?? '9443';
  const shown = (label: RegExp) =>
    context.window?.find((field) => label.test(field.label))?.value ?? null;
  const dataPort = shown(/^Data Transfer Port/i) ?? now;
  return {
    address: shown(/^Configuration server/i) ?? address,
    port: shown(/^Port$/i) ?? String(port),
    passphrase: act === 'mistypesPassphrase' ? `${passphrase}-x` : passphrase,
    dataPort: act === 'mistypesDataPort' ? `${dataPort}3` : dataPort,
  };
}
