import { readFileSync } from 'node:fs';

/** A recorded ASRUnifiedSetup.log. */
export function observedLog(name: string): string {
  const folder = new URL('../../data/observed/logs/', import.meta.url);
  return readFileSync(new URL(`${name}/ASRUnifiedSetup.log`, folder), 'utf8');
}

export const milestoneLines = {
  passphrase: 'Validating connection passphrase - attempt 1',
  dependencies: 'Currently: Installing third-party components (approximately 5 minutes)',
  processServer: 'Currently: Installing the process server (approximately 5 minutes)',
  masterTarget: 'Currently: Installing the master target server (approximately 5 minutes)',
  agent: 'Currently: Installing Microsoft Azure Recovery Service Agent (approximately 2 minutes)',
  registration: 'Currently: Registering with service (approximately 5 minutes)',
  proxy: 'Setting up the proxy for the MARS agent.',
} as const;

/** A log as set-up writes it: a dated first line, then messages behind a 12-hour clock. */
export function logOf(messages: readonly string[], clock = '02:12:10'): string {
  const first = '2026-11-21T02:12:10.6271425+01:00\tAlways:\tTrace Session Started';
  return [first, ...messages.map((message) => `${clock}:${message}`), ''].join('\r\n');
}

/** What set-up writes of a program that it ran. */
export function ran(command: string, exitCode: number | string, ...after: string[]): string[] {
  return [
    `Executing the following command: ${command}`,
    'Process started.',
    `Exit code returned by command: ${exitCode}`,
    ...after,
  ];
}

export function ended(code: number, name = 'Failed'): string[] {
  return [
    'Installation of Azure Site Recovery Unified Setup has failed.',
    'Application Ended',
    `Exit code returned by unified setup: ${code}(${name})`,
  ];
}
