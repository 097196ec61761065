import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';
import { endpointIsHeld, holdEndpoint, sendToEndpoint } from '../../../main/host/endpoint';
import { openStateStore } from '../../../main/host/state-store';
import { readWhole, writeWhole } from '../../../main/host/step-host-files';
import { becomesTrue, needsExclusivePipes, startHelper, workFolder } from '../bed';
import type { Case } from '../harness';

const holder = {
  operation: 'Ours',
  user: 'us',
  pid: process.pid,
  program: 'proof',
  since: '2026-11-21T00:00:01.000Z',
};

export const stateCases: Case[] = [
  {
    name: 'endpoint: it is held from the start to the end of its holding',
    async run() {
      const name = `psm-proof-own-${process.pid}`;
      assert.equal(await endpointIsHeld(name), false);
      const held = await holdEndpoint(name);
      assert.ok(held !== null);
      assert.equal(await endpointIsHeld(name), true);
      await held.release();
      assert.equal(await endpointIsHeld(name), false);
    },
  },
  {
    name: 'endpoint: a second holder is refused, in the same process and in another',
    async run() {
      await needsExclusivePipes();
      const name = `psm-proof-second-${process.pid}`;
      const held = await holdEndpoint(name);
      assert.equal(await holdEndpoint(name), null);
      const other = await startHelper('hold', name);
      await other.kill();
      assert.equal(other.said, 'refused');
      await held?.release();
    },
  },
  {
    name: 'endpoint: it is gone as soon as its holder is killed',
    async run() {
      const name = `psm-proof-holder-${process.pid}`;
      const other = await startHelper('hold', name);
      assert.equal(other.said, 'held');
      assert.equal(await endpointIsHeld(name), true);
      await other.kill();
      assert.ok(await becomesTrue(async () => !(await endpointIsHeld(name))));
      const held = await holdEndpoint(name);
      assert.ok(held !== null);
      await held.release();
    },
  },
  {
    name: 'endpoint: a line reaches its holder, and the question whether it lives is none',
    async run() {
      const name = `psm-proof-line-${process.pid}`;
      const lines: string[] = [];
      const held = await holdEndpoint(name, (line) => lines.push(line));
      assert.equal(await endpointIsHeld(name), true);
      assert.equal(await sendToEndpoint(name, 'cancel'), true);
      assert.ok(await becomesTrue(() => lines.length > 0));
      assert.deepEqual(lines, ['cancel']);
      await held?.release();
      assert.equal(await sendToEndpoint(name, 'cancel'), false);
    },
  },
  {
    name: 'endpoint: many ask at the same moment and all are answered',
    async run() {
      const name = `psm-proof-many-${process.pid}`;
      const held = await holdEndpoint(name);
      const answers = await Promise.all(Array.from({ length: 40 }, () => endpointIsHeld(name)));
      assert.ok(answers.every(Boolean));
      await held?.release();
    },
  },
  {
    name: 'lock: a second process is told who holds it, and gets it when the holder is killed',
    async run() {
      await needsExclusivePipes();
      const folder = workFolder('store');
      const store = openStateStore(folder);
      const other = await startHelper('lock', folder);
      assert.equal(other.said, 'taken');
      const refused = await store.lock(holder);
      assert.equal(refused.taken, false);
      assert.deepEqual(!refused.taken && refused.holder, {
        operation: 'Proof',
        user: 'somebody else',
        pid: other.pid,
        program: 'role',
        since: '2026-11-21T00:00:00.000Z',
      });
      await other.kill();
      assert.ok(
        await becomesTrue(async () => {
          const lock = await store.lock(holder);
          if (lock.taken) await lock.release();
          return lock.taken;
        }),
      );
    },
  },
  {
    name: 'lock: the lock of a killed process can be taken, and its journal and name be read',
    async run() {
      const folder = workFolder('store-killed');
      const store = openStateStore(folder);
      const other = await startHelper('lock', folder);
      assert.equal(other.said, 'taken');
      assert.equal(await store.isLocked(), true);
      assert.deepEqual(store.operations(), ['proof']);
      assert.deepEqual(store.lines('proof'), [JSON.stringify({ from: other.pid })]);
      const holderFile = win32.join(folder, 'lock-holder.json');
      assert.equal(readWhole(holderFile, z.object({ pid: z.number() }))?.pid, other.pid);
      await other.kill();
      assert.ok(await becomesTrue(async () => !(await store.isLocked())));
      const lock = await store.lock(holder);
      assert.ok(lock.taken);
      assert.equal(readWhole(holderFile, z.object({ pid: z.number() }))?.pid, process.pid);
      await lock.release();
    },
  },
  {
    name: 'lock: the same folder in other letters is the same lock',
    async run() {
      await needsExclusivePipes();
      const folder = workFolder('store-case');
      const lock = await openStateStore(folder).lock(holder);
      assert.ok(lock.taken);
      assert.equal((await openStateStore(folder.toUpperCase()).lock(holder)).taken, false);
      await lock.release();
    },
  },
  {
    name: 'journal: a last line that was cut short is left out',
    async run() {
      const folder = workFolder('store-cut');
      const store = openStateStore(folder);
      store.append('cut', '{"a":1}');
      appendFileSync(win32.join(folder, 'operations', 'cut', 'journal.jsonl'), '{"b":');
      assert.deepEqual(store.lines('cut'), ['{"a":1}']);
    },
  },
  {
    name: 'a small file is written whole 200 times while another process reads it',
    async run() {
      const folder = workFolder('whole');
      mkdirSync(folder, { recursive: true });
      const path = win32.join(folder, 'whole.json');
      const schema = z.object({ count: z.number(), filling: z.string() });
      const filling = 'x'.repeat(20_000);
      writeWhole(path, { count: 0, filling });
      const reader = await startHelper('read', path);
      assert.equal(reader.said, 'reading');
      for (let count = 1; count <= 200; count += 1) writeWhole(path, { count, filling });
      assert.equal(readWhole(path, schema)?.count, 200);
      const problem = readWhole(`${path}.problem`, z.string());
      await reader.kill();
      assert.equal(problem, null);
    },
  },
];
