import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseScenario, samplePassphrase, scenarios } from '../../../practice';
import { practiceServer, run } from './helper';
import { prepare, program, setUp, files as unpacked, usual } from './set-up';

const folder = join(import.meta.dirname, '../../../practice/scenarios');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

test('every scenario file parses, bears its own name and is registered', () => {
  const ids = files.map((file) => {
    const scenario = parseScenario(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    expect(`${scenario.id}.json`).toBe(file);
    return scenario.id;
  });
  expect(scenarios.map(({ id }) => id).sort()).toEqual(ids.sort());
});

const signedOut = 0x40010004;
const crashed = 0xc0000005;

/** What the usual set-up of each scenario ends with; it hangs where a box waits for somebody. */
const ends: Record<string, number | 'hangs' | 'notStarted'> = {
  'agent-fails': 111,
  'already-installed': 2,
  'bad-package': 0,
  'changed-package': 'notStarted',
  'clock-off': 4,
  'clock-set-back': 0,
  'configure-fails-14': 1,
  'cs-unreachable': 2,
  'dependencies-fail-20': 1,
  'dhcp-address': 0,
  'exit-1': 1,
  'exit-4': 4,
  'exit-102': 102,
  'exit-113': 113,
  'fips-on': 4,
  'fresh-physical': 0,
  'fresh-vmware': 0,
  'full-disk': 2,
  'half-installed': 0,
  'incomplete-package': 0,
  'installer-busy': 1,
  'log-rotated': 0,
  'many-cards': 0,
  'many-drives': 2,
  'master-target-fails-10': 1,
  'master-target-fails-62': 1,
  'midnight-roll': 0,
  'mysql-55': 1,
  'net-too-old': 'hangs',
  'network-lost-at-registration': 113,
  'newer-installed': 2,
  'no-vmware-tools': 0,
  'not-administrator': 'notStarted',
  'not-english': 1,
  'older-installed': 2,
  'other-server-partly': 0,
  'other-setup-running': 'hangs',
  'policy-blocks': 4,
  'port-blocked': 0,
  'process-server-fails-34': 1,
  'process-server-fails-44': 1,
  'registration-passphrase': 113,
  'restart-needed': 3010,
  'server-roles': 0,
  'sign-out-during-set-up': signedOut,
  'small-server': 4,
  'tls10-off': 1,
  'too-old-installed': 203,
  'tool-dies': crashed,
  'tool-goes-on': 0,
  'two-restarts': 3010,
  'windows-10': 4,
  'windows-2012r2': 0,
  'windows-2019': 0,
  'wrong-passphrase': 2,
};

test.each(Object.entries(ends))('set-up of %s ends with %s', async (id, expected) => {
  const server = await prepare(await practiceServer(id));
  const { end } = await setUp(server, [], { timeoutSeconds: 7200 });
  if (expected === 'hangs') expect(end).toMatchObject({ kind: 'timedOut' });
  else if (expected === 'notStarted') expect(end).toMatchObject({ kind: 'notStarted' });
  else expect(end).toEqual({ kind: 'exited', code: expected });
});

/** Scenarios that show what they are about with other arguments than the usual ones. */
test.each([
  ['older-installed', ['/Upgrade'], 0],
  ['newer-installed', ['/Upgrade'], 203],
  ['too-old-installed', ['/Upgrade'], 2],
  ['no-vmware-tools', instead('/EnvType', 'VMware'), 2],
  ['many-drives', instead('/InstallLocation', 'E:\\ASR'), 0],
  ['tls10-off', [...usual, '/SkipTLSCheck'], 0],
  ['policy-blocks', [...usual, '/SkipPrereqsCheck'], 0],
  ['mysql-55', [...usual, '/SkipPrereqsCheck'], 1],
] as const)('set-up of %s with %j ends with %i', async (id, args, expected) => {
  const server = await prepare(await practiceServer(id), samplePassphrase);
  const { code } = await run(server, program, args, { cwd: unpacked });
  expect(code).toBe(expected);
});

function instead(name: string, value: string): readonly string[] {
  return usual.map((argument, at) => (usual[at - 1] === name ? value : argument));
}
