import type { Tool, ToolContext } from '../runner/tool';

/** `schtasks /create|/delete|/query` as far as a task at start-up needs it; 0, or 1 with `ERROR:`. */
export const schtasks: Tool = {
  encoding: 'oem',
  isNoted: false,
  run: async (context) => {
    const verb = context.args[0]?.toLowerCase() ?? '/query';
    const option = (name: string) => {
      const at = context.args.findIndex((token) => token.toLowerCase() === name);
      return at < 0 ? undefined : context.args[at + 1];
    };
    const name = option('/tn')?.replace(/^\\/, '');
    const { isAdministrator, tasks } = await context.world.read();
    const found = tasks.find((task) => task.name.toLowerCase() === name?.toLowerCase());
    const force = context.args.some((token) => token.toLowerCase() === '/f');
    if (verb === '/query')
      return query(context, name, found ? [found.name] : tasks.map((t) => t.name));
    if (name === undefined)
      return fail(context, "Invalid syntax. Mandatory option 'tn' is missing.");
    if (!isAdministrator) return fail(context, 'Access is denied.');
    if (verb === '/delete') {
      if (!found)
        return fail(context, `The specified task name "${name}" does not exist in the system.`);
      if (!force) return context.hang();
      await context.world.change((world) => {
        world.tasks = world.tasks.filter((task) => task.name !== found.name);
      });
      context.output(`SUCCESS: The scheduled task "${name}" was successfully deleted.\r\n`);
      return 0;
    }
    const command = option('/tr');
    if (verb !== '/create' || command === undefined || option('/sc') === undefined) {
      return fail(context, 'Invalid syntax.\r\nType "SCHTASKS /?" for usage.');
    }
    if (found && !force) return context.hang();
    await context.world.change((world) => {
      world.tasks = world.tasks.filter((task) => task.name !== found?.name);
      world.tasks.push({ name, command, user: option('/ru') ?? world.user });
    });
    context.output(`SUCCESS: The scheduled task "${name}" has successfully been created.\r\n`);
    return 0;
  },
};

function query(context: ToolContext, name: string | undefined, names: readonly string[]): number {
  if (name !== undefined && !names.some((task) => task.toLowerCase() === name.toLowerCase())) {
    return fail(context, 'The system cannot find the file specified.');
  }
  const row = (first: string, second: string, third: string) =>
    `${first.padEnd(40)} ${second.padEnd(22)} ${third.padEnd(15)}\r\n`;
  context.output('\r\nFolder: \\\r\n');
  context.output(row('TaskName', 'Next Run Time', 'Status'));
  context.output(row('='.repeat(40), '='.repeat(22), '='.repeat(15)));
  for (const task of names) context.output(row(task, 'N/A', 'Ready'));
  return 0;
}

function fail(context: ToolContext, text: string): number {
  context.error(`ERROR: ${text}\r\n`);
  return 1;
}
