import { keys } from '../products/keys';
import type { Tool } from '../runner/tool';
import { keyExists } from '../world/registry';

/** SetMarsProxy.exe: `http://host port [user password] [bypass]`, or `NoProxy`. */
export const setMarsProxy: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const [server = '', port = '', user = '', password = '', bypass = ''] = context.args;
    const { length } = context.args;
    const fail = (text: string) => {
      context.output(`${text}\r\n`);
      return 1;
    };
    if (length < 1 || length > 5) return fail('Invalid number of arguments passed.');
    const reset = server.toLowerCase() === 'noproxy';
    if (!reset && !server.startsWith('http://')) {
      return fail('Invalid proxy address passed. It should be in http://<address> format.');
    }
    await context.wait(20);
    const { registry } = await context.world.read();
    const number = Number(port);
    if (!keyExists(registry, keys.agentSetup)) {
      return fail('Failed to configure MARS proxy. Exception occurred - module not found.');
    }
    if (!reset && !(Number.isInteger(number) && number > 0)) {
      return fail(
        'Failed to configure MARS proxy. Exception occurred - Input string was not in a correct format.',
      );
    }
    const hasUser = length >= 4;
    await context.world.change((world) => {
      world.agentProxy = reset
        ? null
        : {
            server,
            port: number,
            user: hasUser ? user : '',
            bypass: length === 3 ? user : bypass,
            hasPassword: hasUser && password !== '',
          };
    });
    context.output(`MARS proxy has been ${reset ? 'reset' : 'set'} successfully.\r\n`);
    return 0;
  },
};
