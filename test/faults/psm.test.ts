import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { goodFileAnswers, PsmBench, type PsmRun } from '../support/psm';

let benches: PsmBench[] = [];
afterEach(() => {
  for (const bench of benches) bench.remove();
  benches = [];
});

function open(scenario: Readonly<Record<string, unknown>>, timeFactor = 'max'): PsmBench {
  const bench = new PsmBench(scenario, timeFactor);
  benches.push(bench);
  return bench;
}

const fault = (tool: string, at: string, exit: number) => ({
  faults: [{ tool, at, how: { exit } }],
});

describe('exit codes', () => {
  test('0 when everything is done and proven', async () => {
    const run = await open({}).apply('set-up');
    expect(run.code).toBe(0);
  });

  test('1 when a step fails', async () => {
    const run = await open(fault('unifiedsetup', 'processServer', 14)).apply('set-up');
    expect(run.code).toBe(1);
  });

  test('2 when an answer is wrong', async () => {
    const run = await open({}).apply('set-up', {
      answers: { ...goodFileAnswers, csAddress: 'cs01' },
    });
    expect(run.code).toBe(2);
    expect(run.output).toContain('csAddress');
  });

  test('2 when a secret stands in the answers', async () => {
    const run = await open({}).apply('set-up', {
      answers: { ...goodFileAnswers, passphrase: 'Practice-Passphrase-01' },
    });
    expect(run.code).toBe(2);
    expect(run.output).not.toContain('Practice-Passphrase-01');
  });

  test('2 when nothing was approved', async () => {
    const bench = open({});
    await bench.apply('prepare');
    const run = await bench.run(['apply', 'set-up', '--answers', `${bench.folder}/answers.json`], {
      secrets: { passphrase: 'Practice-Passphrase-01' },
    });
    expect(run.code).toBe(2);
  });

  test('3 when a check forbids it', async () => {
    const run = await open({ server: { installerBusy: true } }).apply('set-up');
    expect(run.code).toBe(3);
  });

  test('5 when Windows has to restart, and 0 after the restart', async () => {
    const bench = open(fault('unifiedsetup', 'masterTarget', 3010));
    expect((await bench.apply('set-up')).code).toBe(5);
    expect((await bench.run(['resume'])).code).toBe(5);
    await bench.run(['practice', 'restart']);
    expect((await bench.run(['resume'])).code).toBe(0);
  });

  test('6 when another operation holds the lock', async () => {
    const bench = open({}, '300');
    const second: Promise<PsmRun>[] = [];
    const first = bench.apply('set-up', {
      onEvent: (event) => {
        if (event.event === 'milestone' && second.length === 0) second.push(bench.run(['resume']));
      },
    });
    expect((await first).code).toBe(0);
    expect((await second[0])?.code).toBe(6);
  });
});

test('7 when cancelled with Ctrl+C, and what is left goes on later', async () => {
  const bench = open({}, '300');
  const run = await bench.apply('set-up', {
    interruptOn: { event: 'milestone' },
  });
  expect(run.code).toBe(7);
  expect((await bench.run(['resume'])).code).toBe(0);
});

test('an approval by hash applies exactly that plan', async () => {
  const bench = open({});
  await bench.apply('prepare');
  const answers = ['--answers', `${bench.folder}/answers.json`];
  const secrets = { passphrase: 'Practice-Passphrase-01' };
  const planned = await bench.run(['plan', 'set-up', ...answers], { secrets });
  const hash = /"hash":"([0-9a-f]{64})"/.exec(planned.output)?.[1] ?? '';
  const other = await bench.run(['apply', 'set-up', ...answers, '--approve', '0'.repeat(64)], {
    secrets,
  });
  expect(other.code).toBe(2);
  const run = await bench.run(['apply', 'set-up', ...answers, '--approve', hash], { secrets });
  expect(run.code).toBe(0);
});

test('no argument of any started tool holds a secret', async () => {
  const bench = open({});
  const run = await bench.apply('set-up');
  expect(run.output).not.toContain('Practice-Passphrase-01');
  expect(JSON.stringify(bench.journals())).not.toContain('Practice-Passphrase-01');
});

test('a hash that is given must be the right one, whatever --yes says', async () => {
  const bench = open({});
  await bench.apply('prepare');
  const answers = ['--answers', `${bench.folder}/answers.json`];
  const wrong = ['apply', 'set-up', ...answers, '--yes', '--approve', 'deadbeef'];
  const run = await bench.run(wrong, { secrets: { passphrase: 'Practice-Passphrase-01' } });
  expect(run.code).toBe(2);
});

test('the practice server is not laid anew while an operation works on it', async () => {
  const bench = open({}, '300');
  const resets: Promise<PsmRun>[] = [];
  const run = await bench.apply('set-up', {
    onEvent: (event) => {
      if (event.event === 'milestone' && resets.length === 0) resets.push(bench.reset());
    },
  });
  expect((await resets[0])?.code).toBe(6);
  expect(run.code).toBe(0);
});

test('an operation that does not exist is told as wrong use', async () => {
  const run = await open({}).run(['resume', '../nope']);
  expect(run.code).toBe(2);
  expect(run.output).toContain('There is no operation');
});

test('a secret that looks like JSON spoils nothing that is printed', async () => {
  const answers = {
    ...goodFileAnswers,
    proxyMode: 'custom',
    proxyAddress: 'http://proxy.contoso.test',
    proxySignIn: true,
    proxyUser: 'svc',
  };
  const secrets = { passphrase: 'Practice-Passphrase-01', proxyPassword: 'true' };
  const run = await open({}).apply('prepare', { answers, secrets });
  expect(run.code).toBe(0);
  expect(run.events.at(-1)).toMatchObject({ event: 'end', exitCode: 0 });
});

test('standard input that is no terminal and says nothing is no secret', async () => {
  const bench = open({});
  await bench.apply('prepare');
  const run = await bench.runWithoutInput([
    'preflight',
    'set-up',
    '--answers',
    `${bench.folder}/answers.json`,
  ]);
  expect(run.code).toBe(2);
  expect(run.output).toContain('passphrase');
});

test('an answer file that was printed leads to the same proposal as the one it was made from', async () => {
  const bench = open({});
  await bench.apply('prepare');
  const file = `${bench.folder}/answers.json`;
  const printed = await bench.run(['answers', 'set-up', '--answers', file]);
  const event = printed.events.find((one) => one.event === 'answers');
  const second = `${bench.folder}/second.json`;
  writeFileSync(second, String(event?.file));
  const secrets = { passphrase: 'Practice-Passphrase-01' };
  const hashOf = async (answers: string) => {
    const run = await bench.run(['plan', 'set-up', '--answers', answers], { secrets });
    return /"hash":"([0-9a-f]{64})"/.exec(run.output)?.[1];
  };
  expect(await hashOf(second)).toMatch(/./);
  expect(await hashOf(second)).toBe(await hashOf(file));
});

test('an answer that can not be tried by itself is told as wrong use', async () => {
  const run = await open({}).run(['test', 'set-up', 'environment']);
  expect(run.code).toBe(2);
  expect(run.output).toContain("Couldn't test environment");
});

test('nothing to explain is told as wrong use', async () => {
  const run = await open({}).runWithoutInput(['explain']);
  expect(run.code).toBe(2);
  expect(run.output).toContain('nothing to explain');
});
