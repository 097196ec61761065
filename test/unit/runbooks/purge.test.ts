import { describe, expect, test } from 'vitest';
import type { ListedServers } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { purgeRunbook } from '../../../main/runbooks/purge/purge';
import { places } from '../../support/form-answers';
import { factsWith } from '../../support/sample-facts';

const plain = factsWith();
const ADDRESS = '10.20.30.43';
const row = { server: `PS03 (${ADDRESS})`, heartbeat: 'old', heardAt: '2026-01-01T00:00:00.000Z' };

function server(listed: Partial<ListedServers> = {}, serverType = '3'): ServerFacts {
  return factsWith({
    isAdministrator: true,
    addresses: [{ address: '10.20.30.40', adapter: 'Ethernet0', dhcp: false }],
    configuration: { ...plain.configuration, serverType, installFolder: 'E:\\ASR' },
    services: [{ name: 'MySQL', state: 'running', startType: 'automatic', pid: 4 }],
    details: {
      disconnectedServers: {
        script: { path: 'x.pl', isThere: true },
        perl: { path: 'perl.exe', isThere: true },
        address: ADDRESS,
        readAt: '2026-11-21T08:00:00.000Z',
        rows: [row],
        trouble: '',
        toolWords: [],
        ...listed,
      },
    },
  });
}

const answers = { address: ADDRESS, list: 'yes', row: `PS03 (${ADDRESS}) @ old`, gone: 'yes' };
const problems = (given: Record<string, string>, facts = server()) =>
  purgeRunbook.checkAnswers(given, facts).map(({ name }) => name);
const blocking = (facts: ServerFacts) =>
  purgeRunbook
    .preconditions(answers, facts)
    .filter(({ verdict }) => verdict === 'blocks')
    .map(({ id }) => id);

describe('answers', () => {
  test.each([
    [answers, []],
    [{ ...answers, address: 'ps03' }, ['address']],
    [{ ...answers, address: '10.20.30.40' }, ['address']],
    [{ ...answers, list: 'no' }, ['list']],
    [{ ...answers, row: 'another' }, ['row']],
    [{ ...answers, gone: 'no' }, ['gone']],
  ])('%j: wrong are %j', (given, wrong) => {
    expect(problems(given)).toEqual(wrong);
  });

  test('a list that was read for another address has no rows for this one', () => {
    expect(blocking(server({ address: '10.20.30.44' }))).toEqual(['list']);
  });

  test('a row that is there twice can not be chosen', () => {
    expect(problems(answers, server({ rows: [row, row] }))).toEqual(['row']);
  });
});

describe('conditions', () => {
  test('nothing blocks a server that is long silent', () => {
    expect(blocking(server())).toEqual([]);
  });

  test.each([
    ['2026-11-21T07:30:00.000Z', 'blocks'],
    ['2026-11-21T08:30:00.000Z', 'blocks'],
    ['2026-11-20T12:00:00.000Z', 'warns'],
    ['2026-11-20T07:00:00.000Z', 'passed'],
    [null, 'warns'],
  ])('heard of at %s: %s', (heardAt, verdict) => {
    const facts = server({ rows: [{ ...row, heardAt }] });
    const silent = purgeRunbook.preconditions(answers, facts).find(({ id }) => id === 'silent');
    expect(silent?.verdict).toBe(verdict);
  });

  test('a process server alone is told its configuration server', () => {
    expect(blocking(server({}, '2'))).toEqual(['role']);
  });
});

test('the plan is destructive, names perl and script in full and only the chosen row', () => {
  const { destructive, steps } = purgeRunbook.plan(answers, server(), places);
  expect(destructive).toBe(true);
  expect(steps).toHaveLength(1);
  expect(steps[0]?.action).toMatchObject({
    kind: 'chooseRow',
    choose: { server: row.server, heartbeat: 'old' },
    program: {
      file: 'C:\\strawberry\\perl\\bin\\perl.exe',
      cwd: 'E:\\ASR\\home\\svsystems\\bin',
    },
  });
  expect(steps[0]?.checks.map(({ kind }) => kind)).toEqual(['rowAbsent']);
});
