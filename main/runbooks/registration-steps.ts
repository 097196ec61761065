import type { Check } from '../../contract/check';
import type { PlanStep } from '../../contract/plan';
import type { ServerPath } from '../../contract/server-path';
import { joinServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/registration-steps';
import { REGISTRATION_KEY, REGISTRATION_THUMBPRINT } from '../vendor/products';
import { AGENT_FOLDER, REGISTRATION_FILES, registerCommand } from '../vendor/registration';
import { SERVICE_SECONDS } from '../vendor/service-orders';
import { AGENT_SERVICE } from '../vendor/services';
import { noUndo, step } from './steps';

/** Files that `cdpcli --registermt` replaces, for the backup before it. */
export const registrationFiles = REGISTRATION_FILES;

/** What `cdpcli --registermt` replaces in the registry, for the backup before it. */
export const registrationKeys = [
  { view: '64' as const, key: REGISTRATION_KEY },
  { view: '64' as const, key: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SystemCertificates\\MY' },
];

/** Stops or starts the Microsoft Azure Recovery Services Agent. `id` is the id of the step. */
export function agentStep(id: string, order: 'start' | 'stop'): PlanStep {
  const isRight: Check = {
    kind: 'serviceIs',
    label: text.checks[order],
    service: AGENT_SERVICE,
    state: order === 'start' ? 'running' : 'stopped',
    startTypes: [],
    withinSeconds: order === 'start' ? 60 : 0,
  };
  return step(
    id,
    text[order],
    { kind: 'service', service: AGENT_SERVICE, order, seconds: SERVICE_SECONDS },
    {
      touches: { services: [AGENT_SERVICE] },
      usualSeconds: 10,
      undo: noUndo(text.undo[order]),
      checks: [isRight],
    },
  );
}

/** What `cdpcli --registermt` leaves when the configuration server accepted this server. */
export function registeredChecks(withinSeconds = 60): Check[] {
  return [
    {
      kind: 'registryValue',
      label: text.checks.registered,
      view: '64',
      key: REGISTRATION_KEY,
      name: REGISTRATION_THUMBPRINT,
      expected: null,
      withinSeconds,
    },
    {
      kind: 'certificateValid',
      label: text.checks.certificate,
      withinSeconds: 0,
      thumbprintFrom: { view: '64', key: REGISTRATION_KEY, name: REGISTRATION_THUMBPRINT },
    },
  ];
}

/**
 * `cdpcli --registermt`, judged by its exit code, proven by the certificate it imports. Broken off it
 * is run again: it fetches the same once more.
 */
export function registerStep(installFolder: ServerPath): PlanStep {
  return step(
    'register',
    text.register,
    {
      kind: 'run',
      ...registerCommand(installFolder),
      cwd: joinServerPath(installFolder, AGENT_FOLDER),
      timeoutSeconds: 1800,
      survives: true,
      reader: 'registration',
      log: null,
    },
    {
      touches: { registry: registrationKeys.map(({ key }) => key) },
      usualSeconds: 120,
      cancel: 'never',
      undo: noUndo(text.undo.register),
      checks: registeredChecks(),
      // The registration before would pass for the new one.
      isRepeated: true,
    },
  );
}
