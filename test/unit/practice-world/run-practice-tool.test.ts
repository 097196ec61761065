import { expect, test } from 'vitest';
import { runPracticeTool, ToolNotStarted } from '../../../practice';
import { practiceServer } from './helper';

async function runRaw(folder: string, file: string, args: readonly string[], signal?: AbortSignal) {
  const output: Uint8Array[] = [];
  const code = await runPracticeTool(
    folder,
    { file, args, cwd: 'C:\\', env: {}, stdin: '' },
    { output: (bytes) => output.push(bytes), error: () => undefined, signal },
  );
  return { code, bytes: Buffer.concat(output) };
}

test('a program is found by its bare name and answers in bytes', async () => {
  const { folder } = await practiceServer();
  const { code, bytes } = await runRaw(folder, 'sc.exe', ['query', 'nothing']);
  expect(code).toBe(1060);
  expect(bytes.toString('latin1')).toContain('FAILED 1060');
});

test('an exit code of -1 is 4294967295', async () => {
  const { folder } = await practiceServer();
  expect(await runRaw(folder, 'CSGETFINGERPRINT.EXE', [])).toMatchObject({ code: 4294967295 });
});

test('a program that hangs is ended by its signal', async () => {
  const { folder } = await practiceServer();
  const stop = AbortSignal.timeout(50);
  expect(await runRaw(folder, 'UNIFIEDSETUP.EXE', [], stop)).toMatchObject({ code: 0x40010004 });
});

test('a name nobody knows is not started', async () => {
  const { folder } = await practiceServer();
  await expect(runRaw(folder, 'notepad.exe', [])).rejects.toBeInstanceOf(ToolNotStarted);
});
