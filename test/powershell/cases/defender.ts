import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answered, caseOf, exactly, failed, type Place, type ScriptCase } from '../case';

const features = 'HKLM:\\SOFTWARE\\Microsoft\\Windows Defender\\Features';
const policy = 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows Defender';
const managed = `${policy}\\Policy Manager`;
const notForYou = 'N/A: Must be an administrator to view exclusions';

const usual = {
  how: 'running' as 'running' | 'off' | 'broken' | 'absent',
  status: {
    AMRunningMode: 'Normal',
    AMServiceEnabled: true,
    AntivirusEnabled: true,
    RealTimeProtectionEnabled: true,
    IsTamperProtected: true,
  } as Readonly<Record<string, unknown>>,
  preference: {
    ExclusionPath: ['D:\\ASR', 'C:\\ProgramData\\ASR'] as readonly string[] | null,
    ExclusionProcess: ['cxps.exe'] as readonly string[] | null,
  },
  keys: {} as Readonly<Record<string, Readonly<Record<string, number>>>>,
  refuses: [] as readonly string[],
  breaks: [] as readonly string[],
  ignores: [] as readonly string[],
};

function defender(place: Place, more: Partial<typeof usual> = {}) {
  const told = join(place.folder, 'defender.json');
  writeFileSync(told, JSON.stringify({ ...usual, ...more }));
  return { prelude: 'defender', environment: { PSM_MOCK_DEFENDER: told } };
}

const seen = {
  available: true,
  active: true,
  mode: 'Normal',
  realTime: true,
  paths: ['D:\\ASR', 'C:\\ProgramData\\ASR'],
  processes: ['cxps.exe'],
  hidden: false,
  tamperProtected: true,
  lockedBy: 'nobody',
};
const unseen = {
  ...seen,
  active: false,
  mode: 'Not running',
  realTime: false,
  paths: [],
  processes: [],
  tamperProtected: false,
};

const reads = (name: string, more: Partial<typeof usual>, value: object) =>
  caseOf('read-defender', name, {
    needs: 'any',
    given: (place) => ({ ...defender(place, more), line: {} }),
    expected: answered(exactly(value)),
  });

const changes = (
  name: string,
  line: { add: string; remove: string },
  more: Partial<typeof usual>,
  expected: z.ZodType,
) =>
  caseOf('change-defender', name, {
    needs: 'any',
    given: (place) => ({ ...defender(place, more), line }),
    expected,
  });

const inForce = (paths: readonly string[], failures: readonly object[] = [], hidden = false) =>
  answered(exactly({ paths, failed: failures, hidden }));

const none = { ExclusionPath: null, ExclusionProcess: null };
const asked = { add: 'E:\\Cache\nF:\\Log files', remove: 'D:\\ASR' };
const refused = 'You do not have enough permissions to do this.';

export const defenderCases: readonly ScriptCase[] = [
  reads('tells what it leaves out', {}, seen),
  reads(
    'tells that it leaves nothing out',
    { preference: none },
    {
      ...seen,
      paths: [],
      processes: [],
    },
  ),
  reads(
    'tells one excluded path as a list',
    { preference: { ExclusionPath: ['D:\\ASR'], ExclusionProcess: null } },
    { ...seen, paths: ['D:\\ASR'], processes: [] },
  ),
  reads(
    'tells that the exclusions are hidden from this user',
    { preference: { ExclusionPath: [notForYou], ExclusionProcess: [notForYou] } },
    { ...seen, paths: [], processes: [], hidden: true },
  ),
  reads(
    'is not active beside another antivirus',
    { status: { ...usual.status, AMRunningMode: 'Passive Mode' } },
    { ...seen, active: false, mode: 'Passive Mode' },
  ),
  reads(
    'knows a version that tells neither mode nor tamper protection',
    { status: { AntivirusEnabled: true, RealTimeProtectionEnabled: true } },
    { ...seen, mode: '', tamperProtected: false },
  ),
  reads('tells that it does not run', { how: 'off' }, unseen),
  reads('takes absent cmdlets for an answer', { how: 'absent' }, { ...unseen, available: false }),
  reads(
    'tells that a group policy locks the exclusions',
    { keys: { [policy]: { DisableLocalAdminMerge: 1 } } },
    { ...seen, lockedBy: 'policy' },
  ),
  reads(
    'tells that a policy of device management locks the exclusions',
    { keys: { [managed]: { DisableLocalAdminMerge: 1 } } },
    { ...seen, lockedBy: 'policy' },
  ),
  reads(
    'tells that tamper protection locks the exclusions',
    { keys: { [features]: { TPExclusions: 1 }, [policy]: { DisableLocalAdminMerge: 1 } } },
    { ...seen, lockedBy: 'tamperProtection' },
  ),
  reads(
    'tells that settings which are off lock nothing',
    { keys: { [features]: { TPExclusions: 0 }, [policy]: { DisableLocalAdminMerge: 0 } } },
    seen,
  ),
  caseOf('read-defender', 'does not take another failure for an answer', {
    needs: 'any',
    given: (place) => ({ ...defender(place, { how: 'broken' }), line: {} }),
    expected: failed(exactly('Provider load failure')),
  }),

  changes(
    'adds and removes paths and tells what is in force',
    asked,
    {},
    inForce(['C:\\ProgramData\\ASR', 'E:\\Cache', 'F:\\Log files']),
  ),
  changes(
    'changes nothing when nothing is asked',
    { add: '', remove: '' },
    {},
    inForce(seen.paths),
  ),
  changes('removes the last path', { add: '', remove: seen.paths.join('\n') }, {}, inForce([])),
  changes(
    'does not take an error that does not end the cmdlet for success',
    asked,
    { refuses: ['E:\\Cache', 'D:\\ASR'] },
    inForce(
      [...seen.paths, 'F:\\Log files'],
      [
        { path: 'D:\\ASR', message: refused },
        { path: 'E:\\Cache', message: refused },
      ],
    ),
  ),
  changes(
    'goes on with the next path after one that breaks',
    asked,
    { breaks: ['E:\\Cache'] },
    inForce(
      ['C:\\ProgramData\\ASR', 'F:\\Log files'],
      [{ path: 'E:\\Cache', message: 'The remote procedure call failed.' }],
    ),
  ),
  changes(
    'does not take a change that was ignored for success',
    asked,
    { ignores: ['F:\\Log files', 'D:\\ASR'] },
    inForce(
      [...seen.paths, 'E:\\Cache'],
      [
        { path: 'D:\\ASR', message: '' },
        { path: 'F:\\Log files', message: '' },
      ],
    ),
  ),
  changes(
    'accuses nothing when it may not see what is in force',
    { add: 'E:\\Cache', remove: '' },
    {
      ignores: ['E:\\Cache'],
      preference: { ExclusionPath: [notForYou], ExclusionProcess: [notForYou] },
    },
    inForce([], [], true),
  ),
  changes(
    'fails when there is no Defender',
    asked,
    { how: 'absent' },
    failed(z.string(), exactly('System.Management.Automation.CommandNotFoundException')),
  ),
  changes(
    'fails when Defender does not run',
    asked,
    { how: 'off' },
    failed(z.string().endsWith('0x800106ba.')),
  ),
];
