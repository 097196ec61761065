import { connectionPassphrasePath } from '../products/connection';
import type { Tool } from '../runner/tool';
import { readPassphraseArguments } from '../vendor-behaviour/genpassphrase';

/**
 * genpassphrase.exe belongs on the configuration server. Here it only refuses: a process server
 * gets its passphrase, and neither a new one is made nor the one there printed.
 */
export const genpassphrase: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const kept = (await context.systemFiles.stat(connectionPassphrasePath))
      ? connectionPassphrasePath
      : null;
    const { action, messages } = readPassphraseArguments(context.args, (path) => path === kept);
    for (const message of messages) context.output(`${message}\r\n`);
    if (action !== 'refuse' && action !== 'usage') {
      context.output('The practice server is no configuration server: nothing was done.\r\n');
    }
    return -1;
  },
};
