import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decideSetup } from '../../../practice/vendor-behaviour/decide-setup';
import { setupExitCodeName, setupExitCodes } from '../../../practice/vendor-behaviour/exit-codes';
import type { RunAction, SetupAction } from '../../../practice/vendor-behaviour/setup-actions';
import type { SetupMessage } from '../../../practice/vendor-behaviour/setup-journal';
import {
  closingMessages,
  commandEnded,
  commandOutcome,
  commandStarted,
  logLine,
  openingMessages,
  prerequisitesPassed,
  registrationSkipped,
  sessionStartLine,
} from '../../../practice/vendor-behaviour/setup-log';
import { splitCommandLine } from '../../../practice/vendor-behaviour/windows-argv';
import { readObserved } from './observed';
import { decideArguments, freshServer, ordinary } from './setup-environment';

const truthSchema = z.object({
  commandLine: z.string(),
  start: z.string(),
  utcOffsetSeconds: z.number(),
  exitCode: z.number(),
  forcedSubstepExitCodes: z.record(z.string(), z.number()),
  subcommands: z.array(z.string()),
});

const logs = [
  'setup-ok-fresh',
  'setup-ok-badtoken',
  'setup-ok-roll-noon',
  'setup-fail-missing-args',
  'setup-fail-register113',
];

describe.each(logs)('recorded log %s', (name) => {
  const log = readObserved(`logs/${name}/ASRUnifiedSetup.log`);
  const truth = truthSchema.parse(JSON.parse(readObserved(`logs/${name}/${name}.truth.json`)));
  const offset = truth.utcOffsetSeconds / 60;
  const played = play(truth.commandLine, truth.forcedSubstepExitCodes);

  test('has every message, in the same order', () => {
    const now = new Date(`${truth.start.replace(' ', 'T')}Z`);
    const written = played.messages.map(({ text }) => logLine(now, text, 0)).join('');
    const withoutTime = (text: string) => text.replace(/^\d\d:\d\d:\d\d:/gm, '');
    const [, ...recorded] = log.split('\r\n');
    expect(withoutTime(written).split('\r\n')).toEqual(
      withoutTime(recorded.join('\r\n')).split('\r\n'),
    );
  });

  test('ends with the recorded exit code', () => {
    expect(played.exit).toBe(truth.exitCode);
  });

  test('begins with the local time and its offset', () => {
    const [first = ''] = log.split('\r\n');
    const [, stamp = '', digits] = /^(.+\.\d{3})(\d{4})[+-]/.exec(first) ?? [];
    const moment = new Date(Date.parse(`${stamp}Z`) - offset * 60_000);
    expect(sessionStartLine(moment, offset)).toBe(
      `${first.replace(`${stamp}${digits}`, `${stamp}0000`)}\r\n`,
    );
  });

  test('every line has the hour of a 12-hour clock', () => {
    const hours = log
      .split('\r\n')
      .slice(1)
      .flatMap((line) => /^(\d\d):\d\d:\d\d:/.exec(line)?.[1] ?? []);
    expect(hours.length).toBeGreaterThan(20);
    for (const hour of new Set(hours)) {
      const parsed = Number(hour);
      expect(parsed).toBeGreaterThan(0);
      expect(parsed).toBeLessThan(13);
    }
  });
});

describe('a line of the log', () => {
  const at = (time: string) => new Date(`2026-11-21T${time}Z`);

  test('passes from 11:59 to 12:00 at noon, and at midnight', () => {
    expect(logLine(at('11:59:59'), 'x', 0)).toBe('11:59:59:x\r\n');
    expect(logLine(at('12:00:01'), 'x', 0)).toBe('12:00:01:x\r\n');
    expect(logLine(at('13:00:01'), 'x', 0)).toBe('01:00:01:x\r\n');
    expect(logLine(at('00:00:01'), 'x', 0)).toBe('12:00:01:x\r\n');
  });

  test('has the server’s local time', () => {
    expect(logLine(at('23:30:00'), 'x', 60)).toBe('12:30:00:x\r\n');
    expect(logLine(at('01:12:00'), 'x', 648)).toBe('12:00:00:x\r\n');
    expect(sessionStartLine(at('23:30:00.250'), -570)).toBe(
      '2026-11-21T14:00:00.2500000-09:30\tAlways:\tTrace Session Started\r\n',
    );
  });

  test('has the time once for a message of several lines', () => {
    expect(logLine(at('02:00:00'), 'a\nb\n', 0)).toBe('02:00:00:a\r\nb\r\n\r\n');
  });
});

describe('how commands end', () => {
  const commands = decideArguments(ordinary).subcommands ?? [];
  const command = (step: SetupAction['step']): RunAction => {
    const found = commands.find((action) => action.step === step && action.kind === 'run');
    if (found?.kind !== 'run') throw new Error(`There is no command for ${step}.`);
    return found;
  };

  test('a master target that asks for a restart is a success', () => {
    for (const code of [98, 1641, 3010]) {
      const outcome = commandOutcome(command('installMasterTarget'), code);
      expect(outcome).toMatchObject({ succeeded: true, restart: true });
      expect(outcome.messages.at(-1)?.text).toBe('Reboot required parameter is set to : True');
    }
    expect(commandOutcome(command('installMasterTarget'), 41).succeeded).toBe(false);
  });

  test.each([
    ['installThirdParty', 1],
    ['installProcessServer', 1],
    ['installMasterTarget', 1],
    ['configureMasterTarget', 1],
    ['installMars', 111],
    ['registerMasterTarget', 113],
  ] as const)('%s ends set-up with %i when it fails', (step, exit) => {
    expect(command(step).exitOnFailure).toBe(exit);
    expect(commandOutcome(command(step), 5).messages.at(-1)?.text).toMatch(
      /Aborting the installation\.\.\.$/,
    );
  });

  test('the command that sets the proxy is logged without its arguments', () => {
    const hidden = { ...command('installMars'), logsArguments: false };
    expect(commandStarted(hidden)[0]?.text).toBe(
      'Executing the following command: MARSAgentInstaller.exe',
    );
  });
});

test('exit codes are named as the vendor names them', () => {
  expect(setupExitCodeName(0)).toBe('Successful');
  expect(setupExitCodeName(113)).toBe('MTContainerRegistrationFailed');
  expect(setupExitCodeName(7)).toBe('7');
  expect(closingMessages(3010).map(({ text }) => text)).toEqual([
    'You must restart the server for some system changes to take effect.',
    '',
    'Installation of Azure Site Recovery Unified Setup has succeeded.',
    'Application Ended',
    'Exit code returned by unified setup: 3010(SuccessfulNeedReboot)',
  ]);
});

test('a registration that is left out says so', () => {
  expect(registrationSkipped.at(-1)?.text).toContain('/SkipRegistration');
  expect(prerequisitesPassed(true)[0]?.text).toContain('/SkipPrereqsCheck');
  expect(openingMessages('nomt-same').at(-1)?.text).toBe('Re-installation scenario.');
});

/** All that set-up says, with the exit codes of programs given by their name. */
function play(commandLine: string, exitCodes: Record<string, number>) {
  const decision = decideSetup(splitCommandLine(commandLine), freshServer());
  const messages = [...openingMessages('none'), ...decision.logMessages];
  let exit = decision.exit;
  if (decision.accepted) {
    messages.push(...prerequisitesPassed(false));
    exit = playActions(decision.subcommands ?? [], exitCodes, messages);
  }
  return { exit, messages: [...messages, ...closingMessages(exit)] };
}

function playActions(
  actions: readonly SetupAction[],
  exitCodes: Record<string, number>,
  messages: SetupMessage[],
): number {
  for (const action of actions) {
    if (action.step === 'checkPassphrase') continue;
    messages.push(...action.before);
    if (action.kind !== 'run') {
      messages.push(...action.after);
      continue;
    }
    const code = exitCodes[action.file.slice(action.file.lastIndexOf('\\') + 1)] ?? 0;
    const { succeeded, messages: ending } = commandOutcome(action, code);
    messages.push(...commandStarted(action), commandEnded(code), ...ending);
    if (!succeeded) return action.exitOnFailure;
  }
  return setupExitCodes.Successful;
}
