import type { Tool, ToolContext } from '../runner/tool';
import type { Service } from '../world/schema';
import { findService, serviceErrors, startService, stateOf, stopService } from '../world/services';
import { windowsErrorText } from './windows-errors';

const settleSeconds = 4;

type Command = (context: ToolContext, args: readonly string[]) => Promise<number>;

/** `sc query|queryex|qc|start|stop|config`: exit codes are Windows errors; all goes to output. */
export const sc: Tool = {
  encoding: 'oem',
  isNoted: false,
  run: async (context) => {
    const [verb = '', ...rest] = context.args;
    const command = commands[verb.toLowerCase()];
    if (!command) {
      context.output(
        '*** Unrecognized Command ***\r\nDESCRIPTION:\r\n        SC is a command line program used for communicating with the\r\n        Service Control Manager and services.\r\n',
      );
      return verb === '' ? 0 : 1639;
    }
    return await command(context, rest);
  },
};

const query =
  (extended: boolean): Command =>
  async (context, args) => {
    const { services } = await context.world.read();
    const now = context.clock.now();
    const [first] = args;
    if (first !== undefined && !first.endsWith('=')) {
      const found = services.find(({ name }) => name.toLowerCase() === first.toLowerCase());
      if (!found) return failed(context, 'EnumQueryServicesStatus:OpenService', 1060);
      context.output(`\r\nSERVICE_NAME: ${found.name} \r\n${describe(found, now, extended)}`);
      return 0;
    }
    const all = args.some((value, at) => value === 'all' && args[at - 1] === 'state=');
    const shown = services.filter((service) => all || service.state === 'running');
    for (const service of shown) {
      const heading = `SERVICE_NAME: ${service.name}\r\nDISPLAY_NAME: ${service.displayName}\r\n`;
      context.output(`\r\n${heading}${describe(service, now, extended)}`);
    }
    return 0;
  };

const stateWords = {
  running: { line: '4  RUNNING ', accepts: 'STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN' },
  starting: { line: '2  START_PENDING ', accepts: 'NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN' },
  stopping: { line: '3  STOP_PENDING ', accepts: 'NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN' },
  stopped: { line: '1  STOPPED ', accepts: null },
};

function describe(service: Service, now: Date, extended: boolean): string {
  const state = stateOf(service, now);
  const { line, accepts } = stateWords[state];
  const pending = state === 'starting' || state === 'stopping';
  const code = state === 'stopped' ? service.exitCode : 0;
  return [
    '        TYPE               : 10  WIN32_OWN_PROCESS  ',
    `        STATE              : ${line}`,
    ...(accepts ? [`                                (${accepts})`] : []),
    `        WIN32_EXIT_CODE    : ${code}  (0x${code.toString(16)})`,
    '        SERVICE_EXIT_CODE  : 0  (0x0)',
    '        CHECKPOINT         : 0x0',
    `        WAIT_HINT          : ${pending ? '0x7d0' : '0x0'}`,
    ...(extended
      ? [
          `        PID                : ${state === 'stopped' ? 0 : service.pid}`,
          '        FLAGS              : ',
        ]
      : []),
    '',
  ].join('\r\n');
}

const startTypes = {
  automatic: '2   AUTO_START',
  delayed: '2   AUTO_START  (DELAYED)',
  manual: '3   DEMAND_START',
  disabled: '4   DISABLED',
};

const showConfiguration: Command = async (context, [name]) => {
  const service = await withName(context, name);
  if (!service) return failed(context, 'OpenService', 1060);
  const [first = '', ...more] = service.dependsOn;
  context.output(
    [
      '[SC] QueryServiceConfig SUCCESS',
      '',
      `SERVICE_NAME: ${service.name}`,
      '        TYPE               : 10  WIN32_OWN_PROCESS ',
      `        START_TYPE         : ${startTypes[service.startType]}`,
      '        ERROR_CONTROL      : 1   NORMAL',
      `        BINARY_PATH_NAME   : ${service.binaryPath}`,
      '        LOAD_ORDER_GROUP   : ',
      '        TAG                : 0',
      `        DISPLAY_NAME       : ${service.displayName}`,
      `        DEPENDENCIES       : ${first}`,
      ...more.map((needed) => `                           : ${needed}`),
      '        SERVICE_START_NAME : LocalSystem',
      '',
    ].join('\r\n'),
  );
  return 0;
};

const start: Command = async (context, [name]) => {
  const service = await withName(context, name);
  if (!service) return failed(context, 'StartService: OpenService', 1060);
  if (!(await context.world.read()).isAdministrator) {
    return failed(context, 'StartService: OpenService', 5);
  }
  const code = await context.world.change((world) =>
    startService(world, service.name, context.clock.now(), settleSeconds),
  );
  if (code === serviceErrors.noReplyInTime) await context.wait(30);
  return code === 0
    ? await showState(context, service.name, true)
    : failed(context, 'StartService', code);
};

const stop: Command = async (context, [name]) => {
  const service = await withName(context, name);
  if (!service) return failed(context, 'OpenService', 1060);
  if (!(await context.world.read()).isAdministrator) return failed(context, 'OpenService', 5);
  const code = await context.world.change((world) =>
    stopService(world, service.name, context.clock.now(), settleSeconds),
  );
  return code === 0
    ? await showState(context, service.name, false)
    : failed(context, 'ControlService', code);
};

const newStartTypes: Readonly<Record<string, Service['startType']>> = {
  auto: 'automatic',
  'delayed-auto': 'delayed',
  demand: 'manual',
  disabled: 'disabled',
};

const configure: Command = async (context, [name, option, value]) => {
  const startType = newStartTypes[value?.toLowerCase() ?? ''];
  if (option?.toLowerCase() !== 'start=' || !startType) {
    context.output(
      'DESCRIPTION:\r\n        Modifies a service entry in the registry and Service Database.\r\n',
    );
    return 1639;
  }
  const service = await withName(context, name);
  if (!service) return failed(context, 'OpenService', 1060);
  if (!(await context.world.read()).isAdministrator) return failed(context, 'OpenService', 5);
  await context.world.change((world) => {
    const found = findService(world, service.name);
    if (found) found.startType = startType;
  });
  context.output('[SC] ChangeServiceConfig SUCCESS\r\n');
  return 0;
};

const remove: Command = async (context, [name]) => {
  const service = await withName(context, name);
  if (!service) return failed(context, 'OpenService', 1060);
  if (!(await context.world.read()).isAdministrator) return failed(context, 'OpenService', 5);
  await context.world.change((world) => {
    world.services = world.services.filter((one) => one.name !== service.name);
  });
  context.output('[SC] DeleteService SUCCESS\r\n');
  return 0;
};

const commands: Readonly<Record<string, Command>> = {
  query: query(false),
  queryex: query(true),
  qc: showConfiguration,
  start,
  stop,
  config: configure,
  delete: remove,
};

/** sc knows services by their key name only. */
async function withName(context: ToolContext, name = ''): Promise<Service | undefined> {
  const { services } = await context.world.read();
  return services.find((service) => service.name.toLowerCase() === name.toLowerCase());
}

/** A start shows the process too, a stop does not. */
async function showState(context: ToolContext, name: string, extended: boolean): Promise<number> {
  const service = await withName(context, name);
  if (service) {
    const state = describe(service, context.clock.now(), extended);
    context.output(`\r\nSERVICE_NAME: ${service.name} \r\n${state}`);
  }
  return 0;
}

function failed(context: ToolContext, where: string, code: number): number {
  context.output(`[SC] ${where} FAILED ${code}:\r\n\r\n${windowsErrorText(code)}\r\n\r\n`);
  return code;
}
