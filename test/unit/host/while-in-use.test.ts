import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whileInUse, whileInUseSync } from '../../../main/host/while-in-use';

const refusal = (code: string) => Object.assign(new Error(`${code}: held.txt`), { code });

const platform = Object.getOwnPropertyDescriptor(process, 'platform');
const runOn = (name: string) => Object.defineProperty(process, 'platform', { value: name });
beforeEach(() => runOn('win32'));
afterEach(() => {
  if (platform) Object.defineProperty(process, 'platform', platform);
});

test.each(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY'])('%s is waited out', async (code) => {
  const work = vi.fn<() => string>().mockImplementationOnce(() => {
    throw refusal(code);
  });
  work.mockReturnValue('done');
  expect(await whileInUse(async () => work())).toBe('done');
  expect(work).toHaveBeenCalledTimes(2);
  work.mockImplementationOnce(() => {
    throw refusal(code);
  });
  expect(whileInUseSync(work)).toBe('done');
});

test('what stays in use is told in the end, with the words of Windows', async () => {
  const work = vi.fn(() => Promise.reject(refusal('EBUSY')));
  await expect(whileInUse(work)).rejects.toThrow('EBUSY: held.txt');
  expect(work.mock.calls.length).toBeGreaterThan(50);
});

test('another error is told at once', async () => {
  const work = vi.fn(() => Promise.reject(refusal('ENOSPC')));
  await expect(whileInUse(work)).rejects.toThrow('ENOSPC');
  expect(work).toHaveBeenCalledTimes(1);
});

test('elsewhere than on Windows nothing is tried again', () => {
  runOn('linux');
  const work = vi.fn(() => {
    throw refusal('EBUSY');
  });
  expect(() => whileInUseSync(work)).toThrow('EBUSY');
  expect(work).toHaveBeenCalledTimes(1);
});
