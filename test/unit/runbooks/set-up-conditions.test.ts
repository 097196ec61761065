import { beforeAll, expect, test } from 'vitest';
import type { PrerequisiteFacts, ServerFacts } from '../../../contract/facts';
import type { Answers } from '../../../contract/runbook';
import { installConditions } from '../../../main/runbooks/set-up/conditions';
import { goodAnswers, openPracticeApplication } from '../../support/practice-application';

const GB = 1024 ** 3;
let facts: ServerFacts;
beforeAll(async () => {
  const { application, remove } = await openPracticeApplication({});
  const seen = await application.procedures.detect();
  if (!seen.ok) throw new Error(seen.problem.what);
  facts = seen.value;
  remove();
});

type Verdict = 'blocks' | 'warns' | 'passed';
type Change = (facts: ServerFacts) => Partial<ServerFacts>;

const policies = { commandPrompt: false, registryTools: false, attachments: false, scripts: false };
const found =
  (changed: Partial<PrerequisiteFacts>): Change =>
  ({ prerequisites }) => ({ prerequisites: { ...prerequisites, ...changed } });
const free =
  (letter: string, gigabytes: number): Change =>
  ({ drives }) => ({
    drives: drives.map((one) =>
      one.letter === letter ? { ...one, freeBytes: gigabytes * GB } : one,
    ),
  });
const windows =
  (caption: string, version: string): Change =>
  ({ windows: { language } }) => ({
    windows: { caption, version, language },
  });
const withParts =
  (parts: Partial<ServerFacts['products']>, changed: Change): Change =>
  (given) => ({
    products: { ...given.products, ...parts },
    ...changed(given),
  });

const verdictOf = (id: string, change: Change, answers: Answers): Verdict | undefined => {
  const changed = { ...facts, ...change(facts) };
  const rows = installConditions({ ...goodAnswers, ...answers }, changed);
  return rows.find((row) => row.id === id)?.verdict;
};

/** Without a skip; with /SkipPrereqsCheck; with /SkipTLSCheck; with /SkipSpaceCheck. */
type Verdicts = readonly [Verdict, Verdict, Verdict, Verdict];
const always = (verdict: Verdict): Verdicts => [verdict, verdict, verdict, verdict];
const unlessPrerequisites: Verdicts = ['blocks', 'warns', 'blocks', 'blocks'];

const rows: readonly (readonly [id: string, what: string, change: Change, verdicts: Verdicts])[] = [
  ['administrator', 'no rights', () => ({ isAdministrator: false }), always('blocks')],
  [
    'otherSetup',
    'another set-up in any session',
    () => ({ runningSetups: [{ name: 'UnifiedSetup', pid: 1, session: 5 }] }),
    always('blocks'),
  ],
  ['installer', 'a busy installer', () => ({ installerBusy: true }), always('blocks')],
  ['restart', 'a pending restart', () => ({ pendingRestart: true }), always('blocks')],
  ['windows', 'no server', windows('Microsoft Windows 10', '10.0.19045'), always('blocks')],
  ['windows', 'an old server', windows('Windows Server 2012', '6.2.9200'), always('blocks')],
  ['windows', 'a newer server', windows('Windows Server 2019', '10.0.17763'), always('warns')],
  [
    'windows',
    'an update of 2016',
    windows('Windows Server 2016', '10.0.14393.99'),
    always('passed'),
  ],
  ['language', 'other formats', found({ culture: 'de-DE' }), always('blocks')],
  ['dotNet', '.NET 4.6.1', found({ dotNetRelease: 394_801 }), always('blocks')],
  ['tls', 'TLS 1.0 off', found({ tls10Off: true }), ['blocks', 'blocks', 'warns', 'blocks']],
  ['fips', 'FIPS mode', found({ fips: true }), unlessPrerequisites],
  [
    'commandPrompt',
    'no command prompt',
    found({ policies: { ...policies, commandPrompt: true } }),
    unlessPrerequisites,
  ],
  [
    'scripts',
    'no scripts',
    found({ policies: { ...policies, scripts: true } }),
    unlessPrerequisites,
  ],
  ['clock', 'five minutes off', found({ clockOffsetSeconds: -300 }), always('passed')],
  ['clock', 'six minutes off', found({ clockOffsetSeconds: -360 }), unlessPrerequisites],
  ['clock', 'sixteen minutes off', found({ clockOffsetSeconds: 960 }), always('blocks')],
  ['clock', 'no time source', found({ clockOffsetSeconds: null }), always('warns')],
  ['roles', 'other roles', found({ roles: ['Hyper-V'] }), always('warns')],
  ['mySql', 'MySQL 5.5', found({ mySql55: '5.5.37' }), always('blocks')],
  ['perl', 'another Perl', found({ perl: '5.30' }), always('warns')],
  ['asrFolder', 'a folder in the way', found({ asrFolder: 'folder' }), always('blocks')],
  ['asrFolder', 'a link', found({ asrFolder: 'junction' }), always('passed')],
  [
    'asrFolder',
    'a folder beside a process server',
    withParts({ dependencies: '9.55', processServer: '9.55' }, found({ asrFolder: 'folder' })),
    always('warns'),
  ],
  ['space', 'a full drive', free('D:', 412), ['blocks', 'warns', 'blocks', 'warns']],
  ['space', 'almost nothing', free('D:', 4), always('blocks')],
  ['systemSpace', 'a full system drive', free('C:', 1), always('blocks')],
  ['memory', 'little memory', () => ({ memoryBytes: 8 * GB }), unlessPrerequisites],
  ['processors', 'few cores', () => ({ processors: 4 }), unlessPrerequisites],
  ['port', 'a port that is taken', () => ({ portsInUse: [9443] }), always('blocks')],
  [
    'port',
    'a port that is taken beside the dependencies',
    withParts({ dependencies: '9.55' }, () => ({ portsInUse: [9443] })),
    always('blocks'),
  ],
  [
    'port',
    'the port of a process server that is here',
    withParts({ dependencies: '9.55', processServer: '9.55' }, () => ({ portsInUse: [9443] })),
    always('passed'),
  ],
  [
    'vmwareTools',
    'no VMware Tools',
    withParts({ vmwareTools: null }, () => ({})),
    always('blocks'),
  ],
];

test.each(rows)('%s: %s', (id, _what, change, verdicts) => {
  const skips: Answers[] = [
    {},
    { skipPrerequisites: 'yes' },
    { skipTls: 'yes' },
    { spaceCheck: 'yes' },
  ];
  expect(skips.map((answers) => verdictOf(id, change, answers))).toEqual(verdicts);
});

test('on a good server only what nobody prepared yet blocks', () => {
  const blocking = installConditions(goodAnswers, facts).filter(
    ({ verdict }) => verdict !== 'passed',
  );
  expect(blocking.map(({ id }) => id)).toEqual(['package']);
});
