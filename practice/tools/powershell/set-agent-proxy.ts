import { z } from 'zod';
import type { ToolContext } from '../../runner/tool';
import { serviceErrors, startService, stopService } from '../../world/services';
import { requireAgentModule } from './agent-module';
import { ScriptError, script } from './script';

const input = z.object({
  server: z.string(),
  port: z.union([z.string(), z.number()]).default(''),
  user: z.string().default(''),
  password: z.string().default(''),
  bypass: z.string().default(''),
  restart: z.string().default(''),
});

const SETTLE_SECONDS = 4;

/** `Restart-Service`, which waits until the service has stopped and runs again. */
async function restartAgent(context: ToolContext): Promise<void> {
  const order = async (work: typeof stopService, verb: string) => {
    const code = await context.world.change((world) =>
      work(world, 'obengine', context.clock.now(), SETTLE_SECONDS),
    );
    await context.wait(SETTLE_SECONDS + 1);
    if (code === 0 || code === serviceErrors.notStarted) return;
    throw new ScriptError(
      `Service 'Microsoft Azure Recovery Services Agent (obengine)' cannot be ${verb} due to the following error: Cannot open obengine service on computer '.'.`,
      'Microsoft.PowerShell.Commands.ServiceCommandException',
    );
  };
  await order(stopService, 'stopped');
  await order(startService, 'started');
}

/** `Set-OBMachineSetting` with a proxy, or without one when the server is empty. */
export const setAgentProxy = script(
  input,
  async (context, { server, port, user, password, bypass, restart }) => {
    await requireAgentModule(context);
    const number = Number(port);
    if (server !== '' && !(Number.isInteger(number) && number > 0 && number < 65536)) {
      throw new ScriptError(
        `Cannot bind parameter 'ProxyPort'. Cannot convert value "${port}" to type "System.Int32".`,
        'System.Management.Automation.ParameterBindingException',
      );
    }
    const { agentTakesProxy } = await context.world.read();
    if (agentTakesProxy === 'error') {
      throw new ScriptError(
        'Failed to set machine settings. (ID: 100050)',
        'Microsoft.PowerShell.Commands.WriteErrorException',
      );
    }
    if (agentTakesProxy === 'vain') return { done: true };
    await context.world.change((world) => {
      world.agentProxy =
        server === '' ? null : { server, port: number, user, bypass, hasPassword: password !== '' };
    });
    if (restart === 'yes') await restartAgent(context);
    return { done: true };
  },
);
