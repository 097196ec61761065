import { describe, expect, test } from 'vitest';
import type { Answers, TestResult } from '../../contract/runbook';
import { openForFile } from '../support/open-for-file';
import { goodAnswers } from '../support/practice-application';
import { enterSecrets, SAMPLE_PROXY_PASSWORD } from '../support/run-procedure';
import { worldSnapshot } from '../support/world-snapshot';

const openOne = openForFile();

/** Tries an answer and proves that the server is as it was. */
async function tryAnswer(
  scenario: Readonly<Record<string, unknown>>,
  question: string,
  changed: Answers = {},
  proxyPassword: string | null = SAMPLE_PROXY_PASSWORD,
): Promise<TestResult> {
  const one = await openOne(scenario);
  enterSecrets(one.application);
  if (proxyPassword !== null) one.application.secrets.enter('proxyPassword', proxyPassword);
  const before = worldSnapshot(one.folder);
  const answers = { ...goodAnswers, ...changed };
  const tried = await one.application.procedures.test('set-up', question, answers);
  if (!tried.ok) throw new Error(tried.problem.what);
  expect(worldSnapshot(one.folder)).toEqual(before);
  expect(one.application.operations.list()).toEqual([]);
  expect(JSON.stringify(tried.value)).not.toContain(SAMPLE_PROXY_PASSWORD);
  if (tried.value.verdict === 'failed') expect(tried.value.next).not.toBe('');
  return tried.value;
}

describe.concurrent('trying the configuration server', () => {
  test('one that answers passes', async () => {
    expect(await tryAnswer({}, 'csAddress')).toMatchObject({
      verdict: 'passed',
      did: 'Asked 10.20.30.40 on port 443 over TLS.',
    });
  });

  test.each([
    ['refuses', /refused|couldn't connect/i],
    ['timesOut', /no answer within/],
  ])('one that %s fails with the reason', async (answers, why) => {
    const tried = await tryAnswer({ configurationServer: { answers } }, 'csAddress');
    expect(tried.verdict).toBe('failed');
    expect(tried.saw).toMatch(why);
    expect(tried.next).toContain('firewall');
  });

  test('an address that is not good yet is not tried', async () => {
    const tried = await tryAnswer({}, 'csAddress', { csAddress: 'cs01' });
    expect(tried).toMatchObject({ verdict: 'couldNotTell', did: '' });
    expect(tried.saw).toContain('not good yet');
  });
});

const proxy = { server: 'http://proxy.contoso.test', port: 8080 };
const open = { proxy };
const guarded = {
  proxy: { ...proxy, user: 'CONTOSO\\svc-asr', password: SAMPLE_PROXY_PASSWORD },
};
const custom = {
  proxyMode: 'custom',
  proxyAddress: proxy.server,
  proxyPort: '8080',
  proxySignIn: 'no',
};
const signedIn = { ...custom, proxySignIn: 'yes', proxyUser: 'CONTOSO\\svc-asr' };

describe.concurrent('trying the proxy', () => {
  test('one that asks nobody for a sign-in passes', async () => {
    const tried = await tryAnswer(open, 'proxyPort', custom);
    expect(tried.verdict).toBe('passed');
    expect(tried.did).toContain('http://proxy.contoso.test:8080 without a sign-in');
  });

  test('the right user and password pass, and whose name it was is said', async () => {
    const tried = await tryAnswer(guarded, 'proxyPort', signedIn);
    expect(tried.verdict).toBe('passed');
    expect(tried.did).toContain('with the user you entered');
    expect(tried.context).toContain('WIN-PS01\\Administrator');
  });

  test.each([
    ['a wrong password', signedIn, 'Not-The-Password'],
    ['no sign-in', custom, null],
  ])('%s ends with 407 and what to do', async (_what, answers, password) => {
    const tried = await tryAnswer(guarded, 'proxyPort', answers, password);
    expect(tried.verdict).toBe('failed');
    expect(tried.saw).toContain('(407)');
    expect(tried.next).toContain('user and password');
  });

  test('a host that nobody knows fails with the words of Windows', async () => {
    const answers = { ...custom, proxyAddress: 'http://nobody.contoso.test' };
    const tried = await tryAnswer(open, 'proxyPort', answers);
    expect(tried.verdict).toBe('failed');
    expect(tried.saw).toMatch(/resolved|name/i);
    expect(tried.next).toContain('address and port');
  });
});

describe.concurrent('trying the data port', () => {
  test('a free one passes', async () => {
    expect(await tryAnswer({}, 'dataPort')).toMatchObject({
      verdict: 'passed',
      saw: 'Nobody listens on it.',
    });
  });

  test('one that another program has fails', async () => {
    const listeners = [{ port: 9443, program: 'java' }];
    expect(await tryAnswer({ listeners }, 'dataPort')).toMatchObject({
      verdict: 'failed',
      saw: 'Somebody listens on it already.',
    });
  });

  test('our own is told to be ours', async () => {
    const tried = await tryAnswer({ installed: {} }, 'dataPort');
    expect(tried).toMatchObject({ verdict: 'passed' });
    expect(tried.saw).toContain('process server that is installed here');
  });

  test('another program on another port than ours is no process server', async () => {
    const scenario = { installed: {}, listeners: [{ port: 9555, program: 'java' }] };
    const tried = await tryAnswer(scenario, 'dataPort', { dataPort: '9555' });
    expect(tried.verdict).toBe('failed');
  });
});
