import { z } from 'zod';
import { type ServerFacts, serverFactsSchema } from '../../contract/facts';
import { type Result, success } from '../../contract/problem';
import { textValue } from '../../contract/registry-value';
import type { RegistryTree } from '../host/reg-file';
import type { Server } from '../host/server';
import { REGISTRATION_KEY, REGISTRATION_THUMBPRINT } from '../vendor/products';
import { ENDED_BY_UPGRADE } from '../vendor/upgrade-path';

const shape = serverFactsSchema.shape;

/** What the script read-server answers. */
const readServerSchema = z.object({
  computerName: z.string(),
  caption: z.string(),
  version: z.string(),
  language: z.string(),
  isAdministrator: z.boolean(),
  session: z.number().int(),
  bootId: z.string(),
  memoryBytes: z.number(),
  processors: z.number(),
  drives: shape.drives,
  addresses: shape.addresses,
});

/** What the script read-activity answers. */
const readActivitySchema = z.object({
  setups: shape.runningSetups,
  installerBusy: z.boolean(),
  pendingRestart: z.boolean(),
  portsInUse: shape.portsInUse,
});

const certificateSchema = z.object({
  found: z.boolean(),
  validUntil: z.string().nullable(),
  subject: z.string(),
});

export type WindowsFacts = Pick<
  ServerFacts,
  | 'serverName'
  | 'windows'
  | 'isAdministrator'
  | 'session'
  | 'bootId'
  | 'memoryBytes'
  | 'processors'
  | 'drives'
  | 'addresses'
  | 'runningSetups'
  | 'installerBusy'
  | 'pendingRestart'
  | 'portsInUse'
  | 'registration'
>;

/** Programs that are listed beside set-ups, but may well run during other changes. */
const isTool = (name: string) => ENDED_BY_UPGRADE.includes(name.toLowerCase());

const thumbprintIn = (backup: RegistryTree): string | null =>
  textValue(backup.get(REGISTRATION_KEY.toLowerCase()), REGISTRATION_THUMBPRINT.toLowerCase()) ||
  null;

function registrationOf(
  thumbprint: string | null,
  certificate: Result<z.infer<typeof certificateSchema>> | null,
): ServerFacts['registration'] {
  if (thumbprint === null || certificate === null) {
    return { registered: false, thumbprint, validUntil: null };
  }
  // A certificate that could not be looked at is not a missing one.
  if (!certificate.ok) return { registered: true, thumbprint, validUntil: null };
  const { found, validUntil } = certificate.value;
  return { registered: found, thumbprint, validUntil };
}

/**
 * What Windows tells of itself, and of the certificate that the registration in `backup` names, in
 * one PowerShell.
 */
export async function readWindows(
  { scripts }: Server,
  backup: RegistryTree,
): Promise<Result<WindowsFacts>> {
  const thumbprint = thumbprintIn(backup);
  // Last the one that asks WMI, which may hang: the others have answered by then.
  const [activity, certificate, answer] = await scripts.together(120, (add) =>
    Promise.all([
      add('read-activity', {}, readActivitySchema),
      thumbprint === null ? null : add('read-certificates', { thumbprint }, certificateSchema),
      add('read-server', {}, readServerSchema),
    ]),
  );
  if (!answer.ok) return answer;
  if (!activity.ok) return activity;
  const { computerName, caption, version, language, ...rest } = answer.value;
  const { setups, ...busy } = activity.value;
  return success({
    ...rest,
    ...busy,
    serverName: computerName,
    windows: { caption, version, language },
    runningSetups: setups.filter(({ name }) => !isTool(name)),
    registration: registrationOf(thumbprint, certificate),
  });
}
