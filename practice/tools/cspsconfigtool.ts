import { type Tool, ToolNotStarted } from '../runner/tool';
import { readConfigToolArguments } from '../vendor-behaviour/cspsconfigtool';

/** cspsconfigtool.exe: a window in both cases, the tool's own or the box that ends it. */
export const cspsconfigtool: Tool = {
  encoding: 'oem',
  run: async (context) => {
    const { isAdministrator } = await context.world.read();
    if (!isAdministrator) throw new ToolNotStarted('EACCES', context.file);
    const { parserAccepted, messages } = readConfigToolArguments(context.args);
    if (!parserAccepted) context.output(messages.map((message) => `${message}\r\n`).join(''));
    return await context.hang();
  },
};
