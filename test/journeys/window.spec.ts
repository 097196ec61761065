import { expect, test } from '../support/window';

test('the page reaches no network, no other page, no new window and no strange request', async ({
  bench,
}) => {
  const { electron, window: page } = await bench.open({ scenario: 'fresh-vmware' });
  const seen = await page.evaluate(async () => {
    const tried = async (what: () => Promise<unknown> | unknown) => {
      try {
        await what();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    return {
      fetch: await tried(() => fetch('https://example.com/')),
      inlineScript: (() => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.inlineRan = true';
        document.head.append(script);
        return 'inlineRan' in globalThis;
      })(),
      opened: window.open('https://example.com/') === null,
      node: typeof Reflect.get(globalThis, 'require'),
      location: (() => {
        window.location.assign('https://example.com/');
        return window.location.protocol;
      })(),
    };
  });
  expect(seen).toEqual({
    fetch: 'refused',
    inlineScript: false,
    opened: true,
    node: 'undefined',
    location: 'app:',
  });
  expect(electron.windows()).toHaveLength(1);
  const heading = () => page.evaluate(() => document.querySelector('h1')?.textContent);
  await expect.poll(heading).toBe('No process server is installed here.');
});

test('the page carries a strict content policy with a nonce of its own', async ({ bench }) => {
  const { window } = await bench.open({ scenario: 'fresh-vmware' });
  const response = await window.reload();
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=-]{16,}'/);
  expect(policy).not.toContain('unsafe');
});
