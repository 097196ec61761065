import { describe, expect, test } from 'vitest';
import type { CertificatesDetail } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { certificatesRunbook } from '../../../main/runbooks/certificates/certificates';
import { dueTarget } from '../../../main/runbooks/certificates/state';
import { renewalReader } from '../../../main/vendor/certificates';
import { places } from '../../support/form-answers';
import { endingCertificates, installedFacts } from '../../support/protection-facts';
import { factsWith } from '../../support/sample-facts';

const server = (
  certificates: Partial<CertificatesDetail> = {},
  changes: Partial<ServerFacts> = {},
) =>
  factsWith({
    ...installedFacts,
    details: { certificates: { ...endingCertificates, ...certificates } },
    ...changes,
  });

const conditionOf = (id: string, what: string, facts: ServerFacts) =>
  certificatesRunbook.preconditions({ what }, facts).find((one) => one.id === id);

const unseen = { seen: null, why: 'connect ECONNREFUSED', fingerprint: 'ab'.repeat(20) };

/** As the vendor's program prints it. */
const said = (lines: readonly string[]) => ({
  code: 0,
  output: ['PS Certificates renewal is in progress. Please wait...', ...lines].join('\r\n'),
  error: '',
  log: '',
});

describe('RenewCerts.exe', () => {
  test('that failed ends with 0 all the same, and its words tell', () => {
    const failed = renewalReader.judge(
      said([
        'Error description: SSL certificate renewal failed on server PS01',
        'Error code: ECA0170',
        'Response: False',
        'Please retry multiple times running the same command or contact Microsoft customer support.',
      ]),
    );
    expect(failed.problem).toMatchObject({ code: 'ECA0170' });
    expect(failed.problem?.toolWords).toHaveLength(5);
  });

  test('that met an exception says no code of its own', () => {
    const failed = renewalReader.judge(
      said([
        'Error code: 0',
        'Exception in certificate renewal process with error X.Please retry multiple times running',
      ]),
    );
    expect(failed.problem?.code).toBe('0');
  });

  test('that says nothing of a failure is left to the proof', () => {
    expect(renewalReader.judge(said([])).problem).toBeNull();
    expect(
      renewalReader.judge(said(['PS Certificates renewal is successfully done'])).problem,
    ).toBeNull();
  });
});

describe('what is due', () => {
  test('is what ends within the days of which the vendor warns', () => {
    expect(dueTarget(server())).toBe('both');
    const late = { registered: true, thumbprint: 'x', validUntil: '2028-01-01T00:00:00Z' };
    expect(dueTarget(server({}, { registration: late }))).toBe('dataPort');
    expect(dueTarget(server({ dataPort: unseen }))).toBe('registration');
    expect(dueTarget(factsWith())).toBe('dataPort');
  });

  test.each([
    ['2026-12-12T00:00:00Z', /^expired on 2026-12-11, less than a day ago$/],
    ['2026-12-14T13:00:00Z', /^expired on 2026-12-11, 3 days ago$/],
    ['2026-12-10T11:00:00Z', /^valid until 2026-12-11, 1 day left$/],
  ])('is told in whole days: %s', (lookedAt, words) => {
    const { findings } = certificatesRunbook.describe(server({ lookedAt }), {}).sections[0] ?? {};
    expect(findings?.[0]?.value).toMatch(words);
  });

  test('is only warned of where it is early', () => {
    const early = server({ lookedAt: '2026-06-01T00:00:00Z' });
    expect(conditionOf('due', 'dataPort', early)).toMatchObject({
      verdict: 'warns',
      found: 'not yet: Data port: valid until 2026-12-11, 193 days left',
    });
    expect(conditionOf('due', 'dataPort', server())?.verdict).toBe('passed');
  });
});

describe('conditions', () => {
  test('with the configuration server on it the data port is not renewed here', () => {
    const configuration = { ...installedFacts.configuration, serverType: '3' };
    const facts = server({}, { configuration });
    expect(conditionOf('alone', 'dataPort', facts)?.verdict).toBe('blocks');
    expect(conditionOf('alone', 'registration', facts)).toBeUndefined();
  });

  test.each(['94443', 'abc', '', null])('nothing is renewed at a data port %j', (dataPort) => {
    const configuration = { ...installedFacts.configuration, dataPort };
    const facts = server({}, { configuration });
    expect(conditionOf('portNumber', 'both', facts)?.verdict).toBe('blocks');
    expect(conditionOf('portNumber', 'registration', facts)).toBeUndefined();
    expect(certificatesRunbook.plan({ what: 'dataPort' }, facts, places).steps).toHaveLength(3);
  });

  test("without the vendor's program there is nothing to renew with", () => {
    const facts = server({ hasRenewTool: false });
    expect(conditionOf('tool', 'both', facts)?.verdict).toBe('blocks');
  });

  test.each([
    ['shows another certificate', { ...endingCertificates.configurationServer, fingerprint: '0' }],
    ['could not be asked', unseen],
  ])('a configuration server that %s is warned of', (_words, configurationServer) => {
    const facts = server({ configurationServer });
    expect(conditionOf('configurationServer', 'both', facts)?.verdict).toBe('warns');
  });
});

describe('the plan', () => {
  const stepsOf = (what: string, facts = server()) =>
    certificatesRunbook.plan({ what }, facts, places).steps;

  test('backs up, renews, registers, restarts the agent and proves each', () => {
    expect(stepsOf('both').map(({ id }) => id)).toEqual([
      'backup-folder',
      'backup',
      'renew',
      'register',
      'stop-agent',
      'start-agent',
      'prove-registration',
    ]);
  });

  test('wants another certificate than before, for longer, known to the fingerprint file', () => {
    const check = stepsOf('dataPort').at(-1)?.checks.at(-1);
    expect(check).toMatchObject({
      kind: 'portCertificate',
      otherThan: 'ab'.repeat(20),
      validAfter: '2026-12-11T12:00:00Z',
    });
  });

  test('compares with the fingerprint file where the port shows nothing', () => {
    const check = stepsOf('dataPort', server({ dataPort: unseen }))
      .at(-1)
      ?.checks.at(-1);
    expect(check).toMatchObject({ otherThan: 'ab'.repeat(20), validAfter: null });
  });

  test('with nothing to compare with never leaves the renewal out', () => {
    const nothing = { ...unseen, fingerprint: null };
    expect(stepsOf('dataPort', server({ dataPort: nothing })).at(-1)?.skipWhen).toEqual([]);
  });
});
