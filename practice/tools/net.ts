import type { Tool, ToolContext } from '../runner/tool';
import type { Service, World } from '../world/schema';
import { findService, serviceErrors, startService, stopService } from '../world/services';
import { windowsErrorText } from './windows-errors';

const settleSeconds = 4;

/** `net start NAME` and `net stop NAME`: waits until it is done; each failure ends with 2. */
export const net: Tool = {
  encoding: 'oem',
  isNoted: false,
  run: async (context) => {
    const [verb = '', name] = context.args;
    const world = await context.world.read();
    if (!/^(start|stop)$/i.test(verb) || (name === undefined && /stop/i.test(verb))) {
      context.error(
        'The syntax of this command is:\r\n\r\nNET\r\n    [ START | STOP ] [service]\r\n',
      );
      return 1;
    }
    if (name === undefined) return listRunning(context, world);
    const service = findService(world, name);
    if (!service) return fail(context, 'The service name is invalid.', 2185);
    if (!world.isAdministrator) return systemError(context, 5);
    return verb.toLowerCase() === 'start'
      ? await start(context, service)
      : await stop(context, service, world);
  },
};

function listRunning(context: ToolContext, world: World): number {
  const names = world.services.filter((service) => service.state === 'running');
  const lines = names.map((service) => `   ${service.displayName}\r\n`).sort();
  context.output(`These Windows services are started:\r\n\r\n${lines.join('')}`);
  context.output('\r\nThe command completed successfully.\r\n\r\n');
  return 0;
}

async function start(context: ToolContext, { name, displayName }: Service): Promise<number> {
  const code = await context.world.change((world) =>
    startService(world, name, context.clock.now()),
  );
  if (code === serviceErrors.alreadyRunning) {
    return fail(context, 'The requested service has already been started.', 2182);
  }
  if (code === serviceErrors.disabled) return systemError(context, code);
  context.output(`The ${displayName} service is starting.\r\n`);
  await context.wait(settleSeconds);
  if (code === 0) {
    context.output(`The ${displayName} service was started successfully.\r\n\r\n`);
    return 0;
  }
  context.output(`The ${displayName} service could not be started.\r\n\r\n`);
  return code === serviceErrors.noReplyInTime
    ? fail(context, 'The service is not responding to the control function.', 2186)
    : systemError(context, code);
}

async function stop(context: ToolContext, service: Service, world: World): Promise<number> {
  const { name, displayName } = service;
  if (service.state === 'stopped') {
    return fail(context, `The ${displayName} service is not started.`, 3521);
  }
  const dependents = world.services.filter(
    (other) => other.state === 'running' && other.dependsOn.includes(name),
  );
  if (dependents.length > 0) {
    const list = dependents.map((other) => `   ${other.displayName}\r\n`).join('');
    context.output(
      `The following services are dependent on the ${displayName} service.\r\n` +
        `Stopping the ${displayName} service will also stop these services.\r\n\r\n${list}\r\n` +
        'Do you want to continue this operation? (Y/N) [N]: \r\n',
    );
    return 2;
  }
  context.output(`The ${displayName} service is stopping.\r\n`);
  await context.wait(settleSeconds);
  const code = await context.world.change((draft) => stopService(draft, name, context.clock.now()));
  if (code !== 0) {
    return fail(
      context,
      'The requested pause, continue, or stop is not valid for this service.',
      2191,
    );
  }
  context.output(`The ${displayName} service was stopped successfully.\r\n\r\n`);
  return 0;
}

function fail(context: ToolContext, text: string, help: number): number {
  context.error(`${text}\r\n\r\nMore help is available by typing NET HELPMSG ${help}.\r\n\r\n`);
  return 2;
}

function systemError(context: ToolContext, code: number): number {
  context.error(`System error ${code} has occurred.\r\n\r\n${windowsErrorText(code)}\r\n\r\n`);
  return 2;
}
