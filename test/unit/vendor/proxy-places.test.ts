import { describe, expect, test } from 'vitest';
import { isSameProxy, PROXY_VALUES, proxySettingOf } from '../../../main/vendor/agent-proxy';
import { proxyRouteReader } from '../../../main/vendor/proxy-route';
import { winHttpProxy } from '../../../main/vendor/win-http-proxy';

const number = (value: number) => value.toString(16).padStart(2, '0').padEnd(8, '0');
const bytes = (flags: number, proxy: string) =>
  [
    number(24),
    number(1),
    number(flags),
    number(proxy.length),
    Buffer.from(proxy, 'latin1').toString('hex'),
    number(0),
  ].join('');

describe('the proxy of Windows for services', () => {
  test('is read from its bytes', () => {
    expect(winHttpProxy(bytes(3, 'proxy.contoso.test:8080'))).toBe('proxy.contoso.test:8080');
    expect(winHttpProxy(bytes(1, ''))).toBe('none');
  });

  test.each(['', '28000000', bytes(3, 'proxy:8080').slice(0, 40), bytes(3, 'a\u0001b')])(
    'is not guessed from %j',
    (hex) => {
      expect(winHttpProxy(hex)).toBeNull();
    },
  );
});

describe('the proxy that set-up keeps', () => {
  const setting = { server: 'http://Proxy.test/', port: '8080', user: 'A\\b', bypass: '' };

  test('is read by its names, never with the password', () => {
    const values = new Map([
      ['proxyaddress', 'http://proxy.test'],
      ['proxyport', '8080'],
      ['proxyusername', 'a\\B'],
      ['proxypassword', 'never'],
    ]);
    const read = (name: string) => values.get(name) ?? null;
    const kept = proxySettingOf(PROXY_VALUES.processServer, read);
    expect(kept).toEqual({ server: 'http://proxy.test', port: '8080', user: 'a\\B', bypass: '' });
    expect(kept && isSameProxy(kept, setting)).toBe(true);
    expect(proxySettingOf(PROXY_VALUES.processServer, () => null)).toBeNull();
  });

  test('is another one with another port or user', () => {
    expect(isSameProxy(setting, { ...setting, port: '80' })).toBe(false);
    expect(isSameProxy(setting, { ...setting, user: '' })).toBe(false);
  });
});

describe('the trial of a way', () => {
  const answer = {
    reached: false,
    status: 0,
    proxyStatus: 0,
    schemes: '',
    message: '',
    identity: 'x',
  };
  const whatOf = (changes: object) =>
    proxyRouteReader({ ...answer, ...changes }).problem?.what ?? null;

  test('is good only when Azure itself answered', () => {
    expect(whatOf({ reached: true, status: 404 })).toBeNull();
    expect(proxyRouteReader({ ...answer, reached: true, status: 404 }).facts).toEqual({
      httpStatus: '404',
    });
  });

  test.each([
    [{ proxyStatus: 407, schemes: 'Negotiate' }, 'The proxy refuses the sign-in.'],
    [{ proxyStatus: 403, message: 'Forbidden' }, /does not let the request/],
    [{ message: 'ProxyNameResolutionFailure: x' }, /Couldn't find the proxy/],
    [{ message: 'NameResolutionFailure: x' }, /Couldn't find Azure/],
    [{ message: 'Timeout: x' }, "Couldn't reach Azure this way."],
  ])('tells %j in words', (changes, what) => {
    expect(whatOf(changes)).toMatch(what);
  });

  test('an answer in another form is no success', () => {
    expect(proxyRouteReader({}).problem).not.toBeNull();
  });
});
