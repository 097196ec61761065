import fc from 'fast-check';
import type { PreparedPackage, ServerFacts } from '../../contract/facts';
import type { Answers } from '../../contract/runbook';
import type { PlanPlaces, Runbook } from '../../main/runbooks/runbook';
import { openPracticeApplication, SET_UP_FILE } from './practice-application';

/** Places of any server, for plans. */
export const places: PlanPlaces = {
  system32: 'C:\\Windows\\System32',
  programData: 'C:\\ProgramData',
  ownFolder: 'C:\\ProgramData\\ProcessServerManager',
};

/** A package that set-up could be started from. */
const prepared: PreparedPackage = {
  folder: 'C:\\P\\Files',
  source: SET_UP_FILE,
  sha256: '0',
  signer: 's',
  version: '9.55.6765.1',
  complete: true,
  unchanged: true,
  terms: 'Third Party Software License',
};

/** What is seen on a server that offers all the generated answers name. */
export async function factsForAnswers(): Promise<ServerFacts> {
  const { application, remove } = await openPracticeApplication({
    addresses: [
      { address: '10.20.30.41', adapter: 'Ethernet0' },
      { address: '192.168.7.41', adapter: 'Ethernet1' },
    ],
    drives: [
      { letter: 'C:', sizeGb: 900, freeGb: 800 },
      { letter: 'D:', sizeGb: 900, freeGb: 800 },
    ],
  });
  const seen = await application.procedures.detect();
  if (!seen.ok) throw new Error(seen.problem.what);
  remove();
  return { ...seen.value, prepared };
}

const ascii = (maxLength: number) => fc.string({ unit: 'grapheme-ascii', maxLength });
/** Mostly what an admin would type, and some of what nobody should. */
export const typed = (usual: fc.Arbitrary<string>, maxLength = 24) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: ascii(maxLength) });
const octet = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const folder = fc
  .tuple(
    fc.constantFrom('D:', 'd:', 'C:'),
    fc.array(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9 ._()-]{0,14}[A-Za-z0-9_)]$/), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([drive, names]) => [drive, ...names].join('\\'));
export const port = fc.integer({ min: 1, max: 65_535 }).map(String);
const yesOrNo = fc.constantFrom('yes', 'no');
const ownAddress = fc.constantFrom('10.20.30.41', '192.168.7.41');
export const proxyAddress = fc.stringMatching(
  /^http:\/\/[A-Za-z0-9][A-Za-z0-9.-]{0,20}[A-Za-z0-9]$/,
);
export const account = fc.stringMatching(/^[A-Z]{1,8}\\[ -~]{1,16}$/);

/** Answers to the questions of set-up: many that the form accepts, some that it refuses. */
export const setUpAnswers = fc.record({
  setupFile: fc.constantFrom(SET_UP_FILE, SET_UP_FILE.toLowerCase()),
  csAddress: address,
  csVersion: fc.constantFrom('', '9.55', '9.55.6765.1', '9.60.1.1'),
  register: yesOrNo,
  proxyMode: fc.constantFrom('direct', 'custom'),
  proxyAddress: typed(proxyAddress),
  proxyPort: typed(port),
  proxySignIn: yesOrNo,
  proxyUser: typed(account),
  environment: fc.constantFrom('vmware', 'physical'),
  installFolder: typed(folder),
  spaceCheck: yesOrNo,
  dataAddress: ownAddress,
  dataPort: typed(port, 6),
  azureAddress: fc.oneof(fc.constant(''), ownAddress),
  skipPrerequisites: yesOrNo,
  skipTls: yesOrNo,
  acceptTerms: fc.constant('yes'),
});
/** What is entered besides and never kept. */
export const secrets = fc.record({
  passphrase: fc.string({ unit: 'grapheme-ascii', minLength: 14, maxLength: 30 }),
  proxyPassword: ascii(20),
});

/** Whether the form lets these through. */
export const accepts = (
  runbook: Runbook,
  answers: Answers,
  facts: ServerFacts,
  entered: Readonly<Record<string, string>>,
): boolean =>
  runbook.checkAnswers(answers, facts).length === 0 &&
  runbook.secrets(answers).every(({ name, check }) => check(entered[name] ?? '') === null);
