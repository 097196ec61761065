import { expect, test } from 'vitest';
import type { Result } from '../../../contract/problem';
import { parseRegFile, type RegistryTree } from '../../../main/host/reg-file';
import { createServiceCommands } from '../../../main/host/service-commands';
import { startOrder, stopOrder } from '../../../main/host/service-order';
import { queried, scFailed, type ToolAnswer, toolHost } from './tool-host';

const KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services';
const wide = (texts: readonly string[]) =>
  [...Buffer.from(`${texts.join('\0')}\0\0`, 'utf16le')]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(',');

/** The key of services, each with what it depends on. */
const servicesKey = (needs: Readonly<Record<string, readonly string[]>>): RegistryTree =>
  parseRegFile(
    Object.entries(needs)
      .map(([name, on]) => `[${KEY}\\${name}]\r\n"DependOnService"=hex(7):${wide(on)}`)
      .join('\r\n'),
  );

const CHAIN = servicesKey({ Base: [], Middle: ['BASE'], Top: ['Middle'], Alone: [] });
const QUICK = { seconds: 2 };

/** Commands over a service manager whose answers come one after another, the last for ever. */
function commandsOver(answers: readonly ToolAnswer[], tree: RegistryTree = CHAIN) {
  const left = [...answers];
  const { host, ran } = toolHost(() => {
    const [next] = left.length > 1 ? left.splice(0, 1) : left;
    if (!next) throw new Error('no answer');
    return next;
  });
  const commands = createServiceCommands(host, { read: async () => tree });
  return { commands, ran };
}

const ok = (output: string): ToolAnswer => ({ end: 0, output });

function problemOf<T>(result: Result<T>) {
  if (result.ok) throw new Error(JSON.stringify(result));
  return result.problem;
}

test('a start is waited for until the service runs', async () => {
  const { commands, ran } = commandsOver([
    ok(queried('a', 2, { pid: 7 })),
    ok(queried('a', 2, { pid: 7 })),
    ok(queried('a', 4, { pid: 7 })),
  ]);
  expect(await commands.start('a', QUICK)).toMatchObject({
    ok: true,
    value: { state: 'running', pid: 7 },
  });
  expect(ran).toEqual(['sc.exe start a', 'sc.exe queryex a', 'sc.exe queryex a']);
});

test.each([
  [5, 'StartService: OpenService', 'Access is denied.', 'administrator'],
  [1053, 'StartService', 'The service did not respond in a timely fashion.', 'did not answer'],
  [1058, 'StartService', 'The service cannot be started.', 'disabled'],
  [1060, 'StartService: OpenService', 'The specified service does not exist.', 'no service of'],
  [1068, 'StartService', 'The dependency service or group failed to start.', 'depends on'],
  [1069, 'StartService', 'The service did not start due to a logon failure.', 'sign in'],
  [8, 'StartService', 'Not enough memory resources are available.', 'Windows refused'],
])(
  'a start refused with %i names service, tool, its words and code',
  async (code, at, said, told) => {
    const { commands } = commandsOver([scFailed(at, code, said)]);
    const problem = problemOf(await commands.start('svagents', QUICK));
    expect(problem).toMatchObject({
      what: "Couldn't start the service svagents.",
      toolWords: [`sc.exe: [SC] ${at} FAILED ${code}:`, `sc.exe: ${said}`],
      code: String(code),
    });
    expect(`${problem.meaning} ${problem.next}`).toContain(told);
  },
);

test('a service that crashes after its start is a failure with its exit code', async () => {
  const { commands } = commandsOver([
    ok(''),
    ok(queried('a', 2, { pid: 7 })),
    ok(queried('a', 1, { exit: 1067 })),
  ]);
  expect(problemOf(await commands.start('a', QUICK))).toMatchObject({
    what: 'The service a started and ended again.',
    meaning: 'The program of the service crashed.',
    code: '1067',
  });
});

test('a start that ends with an error of the service itself tells which', async () => {
  const { commands } = commandsOver([ok(''), ok(queried('a', 1, { exit: 1066, own: 4711 }))]);
  const problem = problemOf(await commands.start('a', QUICK));
  expect(problem.toolWords).toContain('sc.exe: error 4711 of the service itself');
});

test('a stop that is not over in time names the process', async () => {
  const { commands } = commandsOver([ok(''), ok(queried('a', 3, { pid: 812 }))]);
  const problem = problemOf(await commands.stop('a', QUICK));
  expect(problem.what).toBe("Couldn't see the service a stopped within 2 seconds.");
  expect(problem.meaning).toContain('process 812 still runs');
});

test('a stop that Windows got no answer to is judged by the state', async () => {
  const late = scFailed('ControlService', 1053, 'The service did not respond.');
  const { commands } = commandsOver([late, ok(queried('a', 3, { pid: 8 })), ok(queried('a', 1))]);
  expect(await commands.stop('a', QUICK)).toMatchObject({ ok: true });
  const never = commandsOver([late, ok(queried('a', 4, { pid: 8 }))]);
  expect(problemOf(await never.commands.stop('a', QUICK)).meaning).toContain('process 8');
});

test('what runs already is started, what is not started is stopped', async () => {
  const runs = scFailed('StartService', 1056, 'An instance of the service is already running.');
  const started = commandsOver([runs, ok(queried('a', 4, { pid: 7 }))]);
  expect((await started.commands.start('a', QUICK)).ok).toBe(true);
  const stopped = scFailed('ControlService', 1062, 'The service has not been started.');
  const { commands } = commandsOver([stopped, ok(queried('a', 1, { exit: 1077 }))]);
  expect((await commands.stop('a', QUICK)).ok).toBe(true);
});

test('a running service that accepts no stop is a failure, asked once more', async () => {
  const refused = scFailed('ControlService', 1052, 'The requested control is not valid.');
  const runs = ok(queried('a', 4, { pid: 7 }));
  const { commands, ran } = commandsOver([refused, runs, refused, runs]);
  const problem = problemOf(await commands.stop('a', QUICK));
  expect(problem.code).toBe('1052');
  expect(problem.toolWords).toContain('process: 7');
  expect(ran.filter((line) => line === 'sc.exe stop a')).toHaveLength(2);
});

test('one that refused while it still started is stopped, though it runs by the next look', async () => {
  const { commands, ran } = commandsOver([
    scFailed('ControlService', 1052, 'The requested control is not valid.'),
    ok(queried('a', 4, { pid: 7 })),
    ok(''),
    ok(queried('a', 1)),
  ]);
  expect((await commands.stop('a', QUICK)).ok).toBe(true);
  expect(ran.filter((line) => line === 'sc.exe stop a')).toHaveLength(2);
});

test('one that still starts takes no stop yet: it is told again when it runs', async () => {
  const { commands, ran } = commandsOver([
    scFailed('ControlService', 1061, 'The service cannot accept control messages at this time.'),
    ok(queried('a', 2, { pid: 7 })),
    ok(queried('a', 4, { pid: 7 })),
    ok(queried('a', 3, { pid: 7 })),
    ok(queried('a', 1)),
  ]);
  expect((await commands.stop('a', { seconds: 20 })).ok).toBe(true);
  expect(ran.filter((line) => line === 'sc.exe stop a')).toHaveLength(2);
});

test('a stop refused for running dependents names those that run', async () => {
  const { commands } = commandsOver([
    scFailed('ControlService', 1051, 'A stop control has been sent.'),
    ok(queried('Middle', 4, { pid: 7 })),
  ]);
  const problem = problemOf(await commands.stop('Base', QUICK));
  expect(problem.code).toBe('1051');
  expect(problem.toolWords.at(-1)).toBe('Running and depending on it: Middle');
});

test.each([
  [{ kind: 'notStarted', code: 'ENOENT', message: 'spawn sc.exe ENOENT' } as const, 'ENOENT'],
  [{ kind: 'timedOut', seconds: 90 } as const, 'no answer within 90 seconds'],
])('a tool that is missing or hangs is named, with its end', async (end, words) => {
  const { commands } = commandsOver([{ end }]);
  for (const result of [
    await commands.state('a'),
    await commands.start('a', QUICK),
    await commands.stop('a', QUICK),
    await commands.stopAll(['a'], QUICK),
  ]) {
    const problem = problemOf<unknown>(result);
    expect(problem.meaning).toContain('sc.exe');
    expect(problem.toolWords.join(' ')).toContain(words);
  }
});

test('an answer without a state is no answer', async () => {
  const { commands } = commandsOver([ok('')]);
  expect(problemOf(await commands.state('a')).meaning).toContain('is not known');
});

test('a registry that can not be read is told with its words', async () => {
  const { host } = toolHost(() => ok(queried('a', 4, { pid: 7 })));
  const read = async () => {
    throw new Error('reg.exe could not read the key: ERROR: Access is denied.');
  };
  const problem = problemOf(await createServiceCommands(host, { read }).state('a'));
  expect(problem.toolWords).toEqual(['reg.exe could not read the key: ERROR: Access is denied.']);
});

test('waiting that is cancelled is told as that', async () => {
  const cancel = new AbortController();
  const { host } = toolHost((_tool, [verb]) => {
    if (verb === 'queryex') cancel.abort();
    return ok(verb === 'queryex' ? queried('a', 3, { pid: 7 }) : '');
  });
  const commands = createServiceCommands(host, { read: async () => CHAIN });
  const problem = problemOf(await commands.stop('a', { seconds: 60, signal: cancel.signal }));
  expect(problem.what).toBe('Stopped waiting for the service a.');
});

test('after a cancel no further service is asked for anything', async () => {
  const patience = { seconds: 60, signal: AbortSignal.abort() };
  for (const order of ['startAll', 'stopAll'] as const) {
    const { commands, ran } = commandsOver([ok(queried('Base', 4, { pid: 7 }))]);
    const problem = problemOf(await commands[order](['Base', 'Alone'], patience));
    expect(problem.meaning).toContain('cancelled before');
    expect(ran.filter((line) => !line.startsWith('sc.exe queryex'))).toEqual([]);
  }
});

test('an order that was never taken is told with the refusal, when the time is over', async () => {
  const refused = scFailed('ControlService', 1061, 'The service cannot accept control messages.');
  const { commands } = commandsOver([refused, ok(queried('a', 2, { pid: 7 }))]);
  const problem = problemOf(await commands.stop('a', QUICK));
  expect(problem.code).toBe('1061');
  expect(problem.meaning).toContain('takes no orders');
});

test('a paused service is not waited for: starting does not resume it', async () => {
  const runs = scFailed('StartService', 1056, 'An instance of the service is already running.');
  const { commands, ran } = commandsOver([runs, ok(queried('a', 7, { pid: 7 }))]);
  const problem = problemOf(await commands.start('a', { seconds: 600 }));
  expect(problem.meaning).toContain('paused');
  expect(ran).toHaveLength(2);
});

test('services are started after what they need, and stopped before it', () => {
  const given = ['Top', 'Alone', 'Base', 'middle'];
  expect(startOrder(CHAIN, given)).toEqual(['Base', 'middle', 'Top', 'Alone']);
  expect(stopOrder(CHAIN, given)).toEqual(['Top', 'Alone', 'middle', 'Base']);
});

test('a service that is not named still puts those around it in order', () => {
  expect(startOrder(CHAIN, ['Top', 'Base'])).toEqual(['Base', 'Top']);
  expect(stopOrder(CHAIN, ['Base', 'Top'])).toEqual(['Top', 'Base']);
});

test('without dependencies the given order stays', () => {
  expect(startOrder(CHAIN, ['Alone', 'Base', 'other'])).toEqual(['Alone', 'Base', 'other']);
  expect(stopOrder(CHAIN, ['other', 'Alone', 'Base'])).toEqual(['other', 'Alone', 'Base']);
});

test('a circle of dependencies is ordered all the same', () => {
  const circle = servicesKey({ A: ['B'], B: ['A'] });
  expect(startOrder(circle, ['A', 'B'])).toEqual(['B', 'A']);
  expect(stopOrder(circle, ['A', 'B'])).toEqual(['B', 'A']);
});

test('the first that fails ends the order, the rest is left', async () => {
  const { host, ran } = toolHost((_, [verb = '', name = '']) =>
    verb === 'queryex'
      ? ok(queried(name, name === 'Top' ? 1 : 4, { pid: 7 }))
      : name === 'Middle'
        ? scFailed('ControlService', 5, 'Access is denied.')
        : ok(''),
  );
  const commands = createServiceCommands(host, { read: async () => CHAIN });
  expect(problemOf(await commands.stopAll(['Base', 'Middle', 'Top'], QUICK)).code).toBe('5');
  expect(ran.filter((line) => line.includes(' stop '))).toEqual([
    'sc.exe stop Top',
    'sc.exe stop Middle',
  ]);
});

const startKey = (start: number) =>
  parseRegFile(`[${KEY}\\a]\r\n"Start"=dword:0000000${start}\r\n"ImagePath"="D:\\\\a.exe"`);

test('a start type that is set is read back, and what it was is told', async () => {
  const trees = [startKey(4), startKey(2)];
  const { host, ran } = toolHost(() => ok(''));
  const commands = createServiceCommands(host, { read: async () => trees.shift() ?? CHAIN });
  expect(await commands.setStartType('a', 'automatic')).toEqual({ ok: true, value: 'disabled' });
  expect(ran).toEqual(['sc.exe config a start= auto']);
});

test('a start type that Windows accepted and did not keep is a failure', async () => {
  const { commands } = commandsOver([ok('')], startKey(3));
  const problem = problemOf(await commands.setStartType('a', 'delayed'));
  expect(problem.what).toBe("Couldn't set how the service a starts.");
  expect(problem.toolWords).toEqual(['sc.exe: start type: manual']);
});

test('a start type that is refused names the error of Windows', async () => {
  const { commands } = commandsOver([scFailed('OpenService', 5, 'Access is denied.')]);
  expect(problemOf(await commands.setStartType('a', 'manual'))).toMatchObject({ code: '5' });
});

test('what does not stop is named with its program', async () => {
  const { commands } = commandsOver([ok(''), ok(queried('a', 3, { pid: 8 }))], startKey(2));
  expect(problemOf(await commands.stop('a', QUICK)).toolWords).toContain('program: D:\\a.exe');
});
