import assert from 'node:assert/strict';
import { runSystemTool, server } from './bed';

const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage';
const FULL_KEY = KEY.replace('HKLM', 'HKEY_LOCAL_MACHINE');

async function setOemCodePage(page: string): Promise<void> {
  const args = ['add', KEY, '/v', 'OEMCP', '/t', 'REG_SZ', '/d', page, '/f', '/reg:64'];
  assert.deepEqual((await runSystemTool('reg.exe', args)).end, { kind: 'exited', code: 0 });
}

/** Gives this Windows another code page for its console while `work` is done. */
export async function withOemCodePage(page: string, work: () => Promise<void>): Promise<void> {
  const keys = await server.registry.read('64', FULL_KEY);
  const before = keys.get(FULL_KEY.toLowerCase())?.get('oemcp')?.text;
  assert.ok(before, 'This Windows has a code page for its console.');
  await setOemCodePage(page);
  try {
    await work();
  } finally {
    await setOemCodePage(before);
  }
}
