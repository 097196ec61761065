import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Answers, TestResult } from '../../contract/runbook';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import { goodAnswers, type PracticeApplication } from '../support/practice-application';

const open = openForFile();

async function askAt({ application }: PracticeApplication, answers: Answers = {}) {
  const tried = await application.procedures.test('set-up', 'csAddress', {
    ...goodAnswers,
    ...answers,
  });
  if (!tried.ok) throw new Error(tried.problem.what);
  return tried.value;
}

test('whose certificate answered is said, and until when it is valid', async () => {
  const tried = await askAt(await open({}));
  expect(tried).toMatchObject({ verdict: 'passed', next: '' });
  expect(tried.saw).toMatch(/CN=Scout, .*, valid until \d{4}-\d\d-\d\d\.$/);
});

test('an expired certificate is said with its last day and what to do', async () => {
  const one = await open({});
  await openWorld(join(one.folder, 'world')).change((world) => {
    world.configurationServer.certificateValidUntil = '2024-02-03T04:05:06.000Z';
  });
  const tried = await askAt(one);
  expect(tried.verdict).toBe('couldNotTell');
  expect(tried.saw).toMatch(/has expired: it was valid until 2024-02-03\.$/);
  expect(tried.next).toContain('RenewCerts.exe');
});

test('closed, silent and open without TLS are told apart, each with a next step of its own', async () => {
  const ownAddress = { csAddress: '10.20.30.41' };
  const results: TestResult[] = [
    await askAt(await open({ configurationServer: { answers: 'refuses' } })),
    await askAt(await open({ configurationServer: { answers: 'timesOut' } })),
    await askAt(await open({ listeners: [{ port: 443, program: 'java' }] }), ownAddress),
  ];
  expect(results.map(({ verdict }) => verdict)).toEqual(['failed', 'failed', 'failed']);
  expect(results.map(({ saw }) => saw.split(':')[0])).toEqual([
    'Nobody listens on the port',
    'Nothing comes back',
    'The port is open, but no answer came over TLS',
  ]);
  expect(new Set(results.map(({ next }) => next)).size).toBe(3);
});
