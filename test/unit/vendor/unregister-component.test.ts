import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  heartbeatTime,
  PERL_PREAMBLE,
  unregisterComponentReader as reader,
  UNANSWERED,
} from '../../../main/vendor/unregister-component';

const question = 'Please choose one of the above servers to un-register : ';
const list = `\r\nS. No   IP/Name                  Heartbeat\r\n
1       PS02 (10.20.30.42)       2026-08-01 10:00:00\r
2       PS02 (10.20.30.42)       2026-10-01 10:00:00\r\n\r\n`;

describe('the list', () => {
  test('is read with number, name and heartbeat', () => {
    expect(reader.rows(list + question)).toEqual([
      { answer: '1', facts: { server: 'PS02 (10.20.30.42)', heartbeat: '2026-08-01 10:00:00' } },
      { answer: '2', facts: { server: 'PS02 (10.20.30.42)', heartbeat: '2026-10-01 10:00:00' } },
    ]);
  });

  test('is read with bars and tabs too', () => {
    const drawn = '| S.No | IP/Name | Heartbeat |\n+---+---+---+\n| 1 | PS\t10.0.0.1 | never |\n';
    expect(reader.rows(drawn)).toEqual([
      { answer: '1', facts: { server: 'PS 10.0.0.1', heartbeat: 'never' } },
    ]);
  });

  test('is none without its head', () => {
    expect(reader.rows('1  PS02  2026-08-01 10:00:00\n')).toBeNull();
  });

  test.each([
    ['', false],
    [list, false],
    [list + question, true],
    [`${list}Please choose one of the above servers to un-register\r\n`, true],
    [`${list}${question}2\r\nmore`, false],
  ])('%j asks: %j', (output, isAsking) => {
    expect(reader.isAsking(output)).toBe(isAsking);
  });
});

describe('the end', () => {
  const row = { answer: '1', facts: { server: 'PS02', heartbeat: 'x' } };
  const judge = (code: number, output: string) =>
    reader.judge({ code, output, error: '', log: '' }, row).problem;

  test('is good with its words on the line of the question', () => {
    expect(
      judge(0, `${list}${question}Successfully unregistered PS02 (10.20.30.42)\r\n`),
    ).toBeNull();
  });

  test.each([
    [1, 'Successfully unregistered PS02 (10.20.30.42)'],
    [0, 'could not be successfully unregistered from the Configuration Server'],
    [0, ''],
    [UNANSWERED, question],
  ])('%d and %j is a failure', (code, output) => {
    expect(judge(code, output)?.code).toBe(String(code));
  });

  test('an empty list counts only where the script says so', () => {
    const says = (code: number, output: string) =>
      reader.saysNone({ code, output, error: '', log: '' });
    expect(says(0, 'No server found with the IP address 10.0.0.1.')).toBe(true);
    expect(says(0, '')).toBe(false);
    expect(says(1, 'No server found')).toBe(false);
    expect(says(0, list)).toBe(false);
    expect(says(0, 'S. No   IP/Name   Heartbeat\r\n')).toBe(true);
    expect(says(0, 'No disconnected server has this address.')).toBe(true);
    expect(says(0, 'No connection to the database server.')).toBe(false);
    expect(says(0, "Can't locate DBI.pm: not found in @INC")).toBe(false);
  });
});

test('a heartbeat is a time of this server, or none', () => {
  expect(heartbeatTime('2026-08-01 10:20:30')).toEqual(new Date(2026, 7, 1, 10, 20, 30));
  for (const none of ['0000-00-00 00:00:00', '1970-01-01 00:00:00', 'never', '']) {
    expect(heartbeatTime(none)).toBeNull();
  }
});

describe.skipIf(spawnSync('perl', ['-v']).status !== 0)('a real Perl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'psm-perl-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'asks.pl');
  writeFileSync(
    script,
    `use strict; print "${question}"; my $n = <STDIN>; print defined $n ? "got $n" : "END $0";`,
  );
  const run = (input: string) =>
    spawnSync('perl', [PERL_PREAMBLE, script, '-IPAddress', '10.0.0.1'], { input }).stdout;

  test('passes an answer on', () => {
    expect(String(run('2\n'))).toBe(`${question}got 2\n`);
  });

  test('takes an input that ends for no answer', () => {
    const ended = spawnSync('perl', [PERL_PREAMBLE, script], { input: '' });
    expect(ended.status).toBe(UNANSWERED);
    expect(String(ended.stdout)).toBe(question);
  });

  test('shows the question at once', () => {
    const waiting = spawnSync(
      'sh',
      ['-c', 'sleep 2 | perl "$1" "$2"', '-', PERL_PREAMBLE, script],
      {
        timeout: 1000,
      },
    );
    expect(String(waiting.stdout)).toBe(question);
  });
});
