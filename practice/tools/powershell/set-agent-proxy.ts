import { z } from 'zod';
import { requireAgentModule } from './agent-module';
import { ScriptError, script } from './script';

const input = z.object({
  server: z.string(),
  port: z.union([z.string(), z.number()]).default(''),
  user: z.string().default(''),
  password: z.string().default(''),
  bypass: z.string().default(''),
});

/** `Set-OBMachineSetting` with a proxy, or without one when the server is empty. */
export const setAgentProxy = script(
  input,
  async (context, { server, port, user, password, bypass }) => {
    await requireAgentModule(context);
    const number = Number(port);
    if (server !== '' && !(Number.isInteger(number) && number > 0 && number < 65536)) {
      throw new ScriptError(
        `Cannot bind parameter 'ProxyPort'. Cannot convert value "${port}" to type "System.Int32".`,
        'System.Management.Automation.ParameterBindingException',
      );
    }
    await context.world.change((world) => {
      world.agentProxy =
        server === '' ? null : { server, port: number, user, bypass, hasPassword: password !== '' };
    });
    return { done: true };
  },
);
