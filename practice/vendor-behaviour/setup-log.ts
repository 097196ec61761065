import { setupExitCodeName, setupExitCodes } from './exit-codes';
import type { RunAction } from './setup-actions';
import type { InstalledState } from './setup-environment';
import type { SetupMessage } from './setup-journal';

const lineEnd = '\r\n';

/**
 * The first line of ASRUnifiedSetup.log with its line end: local time with seven digits after the
 * second and the offset, for example `2026-11-21T02:12:06.9790000+01:00` (vendor source,
 * SF/HelperClasses/TraceUtil.cs).
 */
export function sessionStartLine(date: Date, utcOffsetMinutes: number): string {
  const local = localTime(date, utcOffsetMinutes).toISOString().replace('Z', '0000');
  const minutes = Math.abs(utcOffsetMinutes);
  const sign = utcOffsetMinutes < 0 ? '-' : '+';
  const offset = `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${local}${offset}\tAlways:\tTrace Session Started${lineEnd}`;
}

/**
 * A later line of that log with its line end: the time on a 12-hour clock without morning or
 * afternoon. Only the first line of a message of several lines has it.
 */
export function logLine(date: Date, message: string, utcOffsetMinutes: number): string {
  const local = localTime(date, utcOffsetMinutes);
  const hour = local.getUTCHours() % 12 || 12;
  const time = [hour, local.getUTCMinutes(), local.getUTCSeconds()].map(twoDigits).join(':');
  return `${time}:${message.replace(/\r?\n/g, lineEnd)}${lineEnd}`;
}

/** What the log says before the arguments are read. */
export function openingMessages(state: InstalledState): SetupMessage[] {
  return ['', 'Application Started', scenario(state)].map(traced);
}

/** Said after the prerequisite checks of a fresh installation, made or not; the others have none. */
export function prerequisitesPassed(skipped: boolean): SetupMessage[] {
  const skip =
    'Skipping pre-requisites check as /SkipPrereqsCheck argument is passed to the installer.';
  return [...(skipped ? [skip] : []), 'System pre-requisite checks have passed.'].map(traced);
}

/** Said in place of a registration that the arguments left out. */
export const registrationSkipped: readonly SetupMessage[] = [
  { text: '', console: true },
  { text: 'Currently: Registering with service (approximately 5 minutes)', console: true },
  traced('Skipping registration as /SkipRegistration argument is passed to the installer.'),
];

/** Said when set-up starts a program. The check of the passphrase isn't followed by its start. */
export function commandStarted(action: RunAction): SetupMessage[] {
  const shown = action.logsArguments ? action.text : action.file;
  return [`Executing the following command: ${shown}`, 'Process started.'].map(traced);
}

/** Said when the program has ended. */
export function commandEnded(exitCode: number): SetupMessage {
  return traced(`Exit code returned by command: ${exitCode}`);
}

/**
 * How a program's end is taken: what set-up says after `commandEnded`, and whether it goes on.
 * `restart` tells that the exit code asks for a restart, which makes set-up end with 3010.
 */
export function commandOutcome(action: RunAction, exitCode: number) {
  const restart = action.restartCodes.includes(exitCode);
  const succeeded = exitCode === 0 || restart;
  const restartLine =
    action.step === 'installMasterTarget' && succeeded
      ? [traced(`Reboot required parameter is set to : ${restart ? 'True' : 'False'}`)]
      : [];
  const messages = succeeded ? [...action.after, ...restartLine] : action.onFailure;
  return { succeeded, restart, messages };
}

/** The end of the log. */
export function closingMessages(exitCode: number): SetupMessage[] {
  const succeeded =
    exitCode === setupExitCodes.Successful || exitCode === setupExitCodes.SuccessfulNeedReboot;
  const restart = { text: 'You must restart the server for some system changes to take effect.' };
  return [
    ...(exitCode === setupExitCodes.SuccessfulNeedReboot ? [{ ...restart, console: true }] : []),
    { text: '', console: true },
    {
      text: `Installation of Azure Site Recovery Unified Setup has ${succeeded ? 'succeeded' : 'failed'}.`,
      console: true,
    },
    traced('Application Ended'),
    traced(`Exit code returned by unified setup: ${exitCode}(${setupExitCodeName(exitCode)})`),
  ];
}

function scenario(state: InstalledState): string {
  switch (state) {
    case 'none':
      return 'Fresh installation scenario.';
    case 'nomt-same':
      return 'Re-installation scenario.';
    case 'same':
      return 'Same version of components are installed in the setup.';
    case 'higher':
      return 'Higher version of components are installed in the setup.';
    default:
      return 'Older version of components are installed in the setup.';
  }
}

function traced(text: string): SetupMessage {
  return { text, console: false };
}

function localTime(date: Date, utcOffsetMinutes: number): Date {
  return new Date(date.getTime() + utcOffsetMinutes * 60_000);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
