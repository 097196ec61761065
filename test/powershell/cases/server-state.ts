import { join } from 'node:path';
import { z } from 'zod';
import { prerequisiteFactsSchema, serverFactsSchema } from '../../../contract/facts';
import { answered, caseOf, eitherAnswer, exactly, failed, NotHere, type ScriptCase } from '../case';
import { expectEqual } from '../expect';
import { runHelper } from '../helper-script';
import { key, manager, mocked, real } from './mocked-windows';

const shape = serverFactsSchema.shape;
const activity = z.strictObject({
  setups: shape.runningSetups,
  installerBusy: z.boolean(),
  pendingRestart: z.boolean(),
  portsInUse: shape.portsInUse.min(1),
});
const runs = (ProcessName: string, Id: number) => ({ ProcessName, Id, SessionId: 2 });
const activityOf = (setups: readonly object[], pendingRestart: boolean) =>
  answered(activity.extend({ setups: exactly(setups), pendingRestart: exactly(pendingRestart) }));
const renames = (value: readonly string[]) => ({
  [manager]: key({ PendingFileRenameOperations: value }),
});
const system32 = join(process.env.SystemRoot ?? '', 'System32');
const facts = prerequisiteFactsSchema;
const updates = 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate';

/** The folder of Administrators, or that this user may not make one. */
const made = (created: boolean) =>
  z.union([answered(exactly({ created, owner: 'S-1-5-32-544' })), failed()]);

/** What goes on, what is set, and what lies on this computer. */
export const stateCases: readonly ScriptCase[] = [
  mocked(
    'read-activity',
    'tells set-ups that run, also under the name of their second process, and the tool',
    {
      processes: [
        runs('UnifiedSetup', 11),
        runs('UCX_SERVER_SETUP_9.55.tmp', 12),
        runs('explorer', 13),
        runs('cspsconfigtool', 14),
      ],
    },
    activityOf(
      [
        { name: 'UnifiedSetup', pid: 11, session: 2 },
        { name: 'UCX_SERVER_SETUP_9.55.tmp', pid: 12, session: 2 },
        { name: 'cspsconfigtool', pid: 14, session: 2 },
      ],
      false,
    ),
    'desktop',
  ),
  mocked(
    'read-activity',
    'tells that files wait for a restart',
    { keys: renames(['\\??\\C:\\old.dll', '']) },
    activityOf([], true),
    'desktop',
  ),
  mocked(
    'read-activity',
    'takes an empty list of files for no restart',
    { keys: renames(['', '']) },
    activityOf([], false),
    'desktop',
  ),
  mocked(
    'read-activity',
    'tells that Windows Update waits for a restart',
    { paths: [`${updates}\\Auto Update\\RebootRequired`] },
    activityOf([], true),
    'desktop',
  ),
  real('read-activity', activity, 'desktop'),

  // .NET Framework asks for the proxy aside; newer ones can not.
  real(
    'read-prerequisites',
    facts
      .pick({
        dotNetRelease: true,
        tls10Off: true,
        fips: true,
        policies: true,
        culture: true,
        systemProxy: true,
      })
      .strict(),
    'desktop',
  ),
  real(
    'read-clock',
    facts.pick({ clockOffsetSeconds: true, timeSource: true }).strict(),
    'windows',
  ),
  caseOf('read-certificates', 'does not find a certificate that is not there', {
    needs: 'windows',
    given: () => ({ line: { thumbprint: '0'.repeat(40) } }),
    expected: answered(exactly({ found: false, validUntil: null, subject: '' })),
  }),

  caseOf('read-certificates', 'finds a certificate of this computer', {
    needs: 'windows',
    async given(place) {
      const thumbprint = await runHelper(place, 'certificate', {}).catch(() => {
        throw new NotHere('needs an administrator');
      });
      const remove = { PSM_MOCK_THUMBPRINT: thumbprint };
      return { line: { thumbprint }, cleanUp: () => runHelper(place, 'certificate', remove) };
    },
    expected: answered(
      z.strictObject({
        found: z.literal(true),
        validUntil: z.iso.datetime({ precision: 7 }),
        subject: z.literal('CN=psm.contoso.test'),
      }),
    ),
  }),

  {
    name: 'new-protected-folder: what it makes is open to SYSTEM and Administrators only',
    scripts: ['new-protected-folder', 'read-folder-protection', 'new-protected-folder'],
    needs: 'desktop',
    given({ folder }) {
      const line = { path: join(folder, "it's [new] \u00e4 $x") };
      return { lines: [line, line, line] };
    },
    expected: [made(true), eitherAnswer, made(false)],
    afterwards(_place, { answers: [first, protection] }) {
      // Who is not an administrator can not give a folder to Administrators.
      if (failed().safeParse(first).success) return;
      const full = { rights: 'FullControl', inherited: false, kind: 'Allow' };
      const access = ['S-1-5-18', 'S-1-5-32-544'].map((sid) => ({ sid, ...full }));
      const value = { exists: true, owner: 'S-1-5-32-544', protected: true, access };
      expectEqual(protection, { kind: 'result', ok: true, value }, 'who can use the folder');
    },
  },
  caseOf('find-leftovers', 'finds nothing where nothing is asked for', {
    needs: 'any',
    given: () => ({ line: { certificates: '', firewallRules: '', keys: '', services: '' } }),
    // Only Windows has services and a store of certificates of the computer.
    expected: z.union([
      answered(exactly({ certificates: '', firewallRules: '', keys: '', services: '' })),
      failed(),
    ]),
  }),
  caseOf('find-leftovers', 'finds what is there by its whole name, and nothing else', {
    needs: 'windows',
    given: () => ({
      line: {
        certificates: '0'.repeat(40),
        firewallRules: '',
        keys: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft|HKEY_LOCAL_MACHINE\\SOFTWARE\\Micro*',
        services: 'EventLog|Event*',
      },
    }),
    expected: answered(
      exactly({
        certificates: '',
        firewallRules: '',
        keys: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft',
        services: 'EventLog',
      }),
    ),
  }),
  caseOf('remove-leftover', 'removes nothing of another kind, and nothing without a name', {
    needs: 'any',
    given: () => ({ line: { kind: 'service', name: 'EventLog' } }),
    expected: failed(),
  }),
  caseOf('remove-leftover', 'tells that there was no such certificate', {
    needs: 'windows',
    given: () => ({ line: { kind: 'certificate', name: '0'.repeat(40) } }),
    expected: z.union([answered(exactly({ removed: 0 })), failed()]),
  }),
  caseOf('read-folder-protection', 'tells that there is no such folder', {
    needs: 'any',
    given: (place) => ({ line: { path: join(place.folder, 'absent') } }),
    expected: answered(exactly({ exists: false, owner: '', protected: false, access: [] })),
  }),
  caseOf('read-folder-protection', 'tells who can use a folder of Windows', {
    needs: 'desktop',
    given: () => ({ line: { path: system32 } }),
    expected: answered(
      z.strictObject({
        exists: z.literal(true),
        owner: z.string().startsWith('S-1-5-'),
        protected: z.literal(true),
        access: z
          .array(
            z.strictObject({
              sid: z.string().startsWith('S-1-'),
              rights: z.string().min(1),
              inherited: z.boolean(),
              kind: z.enum(['Allow', 'Deny']),
            }),
          )
          .min(2),
      }),
    ),
  }),
];
