import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';
import { processIsAlive } from '../../../main/host/process-is-alive';
import { becomesTrue, host } from '../bed';
import type { Case } from '../harness';
import { lookOnce } from '../vendor/look';
import { places } from '../vendor/places';
import {
  applySetUp,
  filesHolding,
  layServer,
  PASSPHRASE,
  removeServer,
  runPsm,
  startPsm,
} from '../vendor/server';

const logFile = win32.join(places.programData, 'ASRSetupLogs', 'ASRUnifiedSetup.log');
const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const received = () => z.array(z.string()).parse(JSON.parse(textOf(places.received)));

/** Lays a server, does the work, and takes everything away in every ending. */
async function onServer(
  orders: Parameters<typeof layServer>[0],
  work: (server: ReturnType<typeof layServer>) => Promise<void>,
): Promise<void> {
  const server = layServer(orders);
  try {
    await work(server);
  } finally {
    removeServer();
  }
}

/** What must be so after every good end, whoever brought it about. */
function assertInstalled(printed: string, wanted: readonly string[]): void {
  assert.match(printed, /Done and proven/);
  assert.deepEqual(received(), wanted);
  for (const folder of [places.programData, places.installFolder, host.places.temp]) {
    assert.deepEqual(filesHolding(folder, PASSPHRASE), [], folder);
  }
}

/** One pass over the whole server: what it starts is counted, how long it takes is only said. */
async function assertLook(): Promise<void> {
  const { facts, programs, seconds } = await lookOnce();
  console.log(
    `# one look: ${programs.length} programs, ${seconds.toFixed(2)} s: ${programs.join(' ')}`,
  );
  assert.ok(programs.length <= 12, programs.join(' '));
  assert.equal(facts.products.masterTarget, '9.55.6765.1');
  assert.equal(facts.configuration.dataPort, '9443');
  assert.equal(facts.registration.registered, true);
  const running = facts.services.filter(({ mustRun, state }) => mustRun && state === 'running');
  assert.equal(running.length, 8);
  assert.ok(running.every(({ pid }) => pid !== null));
  assert.equal(facts.services.find(({ name }) => name === 'svagents')?.startType, 'delayed');
}

const LONG = 300;

export const setUpCases: Case[] = [
  {
    name: 'set-up: from nothing to proven, by psm, with real processes, registry, services and port',
    limitSeconds: LONG,
    run: () =>
      onServer({}, async ({ received: wanted }) => {
        const { code, printed } = await runPsm(applySetUp);
        assert.equal(code, 0, printed);
        assertInstalled(printed, wanted);
        const status = await runPsm(['status', '--json']);
        assert.equal(status.code, 0, status.printed);
        assert.match(status.printed, /"processServer":"9\.55\.6765\.1"/);
        await assertLook();
      }),
  },
  {
    name: 'set-up: psm is killed in mid-step, set-up goes on, is adopted and proven',
    limitSeconds: LONG,
    run: () =>
      onServer({ partMs: 3000 }, async ({ received: wanted }) => {
        const first = startPsm(applySetUp);
        const reached = () => /Currently: Installing the master target/.test(textOf(logFile));
        assert.ok(await becomesTrue(reached, 120), textOf(logFile));
        first.child.kill('SIGKILL');
        await first.ended;
        const pid = Number(textOf(places.setUpProcess));
        assert.ok(processIsAlive(pid), 'set-up goes on without psm');
        const { code, printed } = await runPsm(['resume']);
        assert.equal(code, 0, printed);
        assertInstalled(printed, wanted);
        const starts = textOf(logFile).match(/Currently: Installing third-party/g);
        assert.equal(starts?.length, 1, 'it was not started a second time');
      }),
  },
  {
    name: 'set-up: an agent that fails is told by part and code, nothing is called proven',
    limitSeconds: LONG,
    run: () =>
      onServer({ agentExit: 1603 }, async () => {
        const { code, printed } = await runPsm(applySetUp);
        assert.equal(code, 1, printed);
        assert.match(printed, /1603/);
        // The preparation was; the set-up itself is not.
        assert.equal(printed.match(/^Done and proven\.$/gm)?.length, 1);
        const own = win32.join(places.programData, 'ProcessServerManager');
        assert.deepEqual(filesHolding(own, PASSPHRASE), []);
      }),
  },
];
