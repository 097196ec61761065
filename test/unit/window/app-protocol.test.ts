import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rendererFile, serveApp } from '../../../main/window/app-protocol';
import { contentSecurityPolicy } from '../../../main/window/content-security-policy';

const root = join(tmpdir(), 'renderer');

describe('an app:// address', () => {
  it('stands for a file below the renderer folder', () => {
    expect(rendererFile(root, 'app://psm/assets/index.js')).toBe(join(root, 'assets', 'index.js'));
    expect(rendererFile(root, 'app://psm/')).toBe(join(root, 'index.html'));
  });

  it.each([
    'app://psm/../secret.txt',
    'app://psm/%2e%2e/secret.txt',
    'app://psm/%2e%2e%2fsecret.txt',
    'app://psm/assets/..%2f..%2fsecret.txt',
    'app://psm/..%5csecret.txt',
    'app://psm/C%3A/Windows/win.ini',
    'app://psm/a%00.js',
    'app://psm/%E0%A4%A',
    'app://other/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('never leaves that folder: %s', (address) => {
    const file = rendererFile(root, address);
    expect(file === null || file.startsWith(root + sep)).toBe(true);
    expect(file ?? '').not.toContain('..');
  });
});

describe('the served page', () => {
  async function serve() {
    const folder = mkdtempSync(join(tmpdir(), 'psm-page-'));
    writeFileSync(join(folder, 'index.html'), '<meta content="__STYLE_NONCE__">');
    writeFileSync(join(folder, 'notes.txt'), 'no type of ours');
    let handler: (request: Request) => Promise<Response> = () => Promise.reject(new Error());
    serveApp(
      {
        handle: (_scheme, given) => {
          handler = async (request) => given(request);
        },
      },
      folder,
    );
    return (path: string, method = 'GET') => handler(new Request(`app://psm${path}`, { method }));
  }

  it('carries a fresh nonce in page and policy on every load', async () => {
    const get = await serve();
    const first = await get('/index.html');
    const second = await get('/index.html');
    const nonce = /content="([^"]+)"/.exec(await first.text())?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(first.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce));
    expect(await second.text()).not.toContain(nonce);
  });

  it('answers 404 for what is not there, has no known type, or is not read', async () => {
    const get = await serve();
    expect((await get('/missing.js')).status).toBe(404);
    expect((await get('/notes.txt')).status).toBe(404);
    expect((await get('/index.html', 'POST')).status).toBe(404);
  });
});

describe('the content security policy', () => {
  it('allows nothing by default, no network, and no inline script or style', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('*');
  });
});
