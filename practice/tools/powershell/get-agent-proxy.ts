import { z } from 'zod';
import { requireAgentModule } from './agent-module';
import { script } from './script';

/** What `Get-OBMachineSetting` knows about the proxy; empty texts when there is none. */
export const getAgentProxy = script(z.object({}), async (context) => {
  await requireAgentModule(context);
  const { agentProxy } = await context.world.read();
  return {
    server: agentProxy?.server ?? '',
    port: agentProxy ? String(agentProxy.port) : '',
    user: agentProxy?.user ?? '',
    bypass: agentProxy?.bypass ?? '',
  };
});
