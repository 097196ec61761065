import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { holdEndpoint } from '../../main/host/endpoint';
import { findOwnPlaces } from '../../main/host/own-places';
import { openStateStore } from '../../main/host/state-store';
import { readWhole, stepHostFile, writeWhole } from '../../main/host/step-host-files';
import { stepHostProgram } from '../../main/host/step-host-program';
import { createWindowsFiles } from '../../main/host/windows-files';
import { createWindowsServer } from '../../main/host/windows-server';
import { versionedContent } from './versioned-content';

// What a second node.exe does in the proof. It says one line when it has done it, and then waits
// to be killed.
const [role = '', ...args] = process.argv.slice(2);
const [first = '', second = '', third = ''] = args;

async function hold(): Promise<string> {
  const held = await holdEndpoint(first);
  return held === null ? 'refused' : 'held';
}

async function lock(): Promise<string> {
  const store = openStateStore(first);
  store.append('proof', JSON.stringify({ from: process.pid }));
  const taken = await store.lock({
    operation: 'Proof',
    user: 'somebody else',
    pid: process.pid,
    program: 'role',
    since: '2026-11-21T00:00:00.000Z',
  });
  return taken.taken ? 'taken' : 'refused';
}

const BEGUN = Buffer.from('begun\r\n').toString('hex');

/** Plays the program: one tool as a plain child, which starts another, and one under a step host. */
async function program(): Promise<string> {
  const own = findOwnPlaces(import.meta.dirname);
  const { processes, places } = createWindowsServer(
    own.scripts,
    stepHostProgram(own, { kind: 'real' }),
  );
  const tool = {
    file: third,
    cwd: places.system32,
    encoding: 'oem' as const,
    timeoutSeconds: 60,
  };
  const plain = processes.run({ ...tool, args: ['start', 'pause', '20000'] });
  const surviving = processes.run({
    ...tool,
    args: ['print', BEGUN, 'pause', '5000', 'print', '81', 'code', '3010'],
    survives: { folder: first, endpoint: second },
  });
  const ids = [await plain.identity, await surviving.identity];
  const start: unknown = JSON.parse(readFileSync(stepHostFile.start(first), 'utf8'));
  let printed = '';
  for await (const { text } of plain.output) {
    printed += text;
    if (printed.includes('\n')) break;
  }
  const grandchild = Number(printed);
  return JSON.stringify({ plain: ids[0]?.pid, grandchild, surviving: ids[1]?.pid, start });
}

/** Reads a small file over and over; the first problem is kept beside it. */
async function read(): Promise<string> {
  const schema = z.object({ count: z.number() });
  const again = () => {
    try {
      readWhole(first, schema);
      setImmediate(again);
    } catch (error) {
      writeWhole(`${first}.problem`, String(error));
    }
  };
  again();
  return 'reading';
}

/** Writes a large file over and over, each time with another content, until it is killed. */
async function write(): Promise<string> {
  const files = createWindowsFiles();
  await files.write(first, versionedContent(0));
  const again = async () => {
    for (let version = 1; ; version += 1) await files.write(first, versionedContent(version));
  };
  void again();
  return 'writing';
}

/** Writes a file once and says so as soon as it is promised to be there. */
async function writeOnce(): Promise<string> {
  await createWindowsFiles().write(first, versionedContent(7));
  return 'written';
}

const roles: Readonly<Record<string, () => Promise<string>>> = {
  hold,
  lock,
  program,
  read,
  write,
  writeOnce,
};

const play = roles[role];
if (!play) throw new Error(`There is no role ${role}.`);
console.log(await play());
setInterval(() => undefined, 60_000);
