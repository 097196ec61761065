import { z } from 'zod';
import { answered, exactly, failed, type Place, type ScriptCase } from '../case';
import { proxyPassword } from '../servers';
import { by, direct, far, near, reach, signedIn, signedInWrongly } from './request';

const anyText = z.string();

/** An answer of test-proxy: what is not named is as if nothing had come back. */
const tried = (more: Record<string, z.ZodType>) =>
  answered(
    z.strictObject({
      reached: z.literal(false),
      status: z.literal(0),
      proxyStatus: z.literal(0),
      schemes: z.literal(''),
      message: anyText,
      proxy: z.literal(''),
      location: z.literal(''),
      identity: anyText.min(1),
      ...more,
    }),
  );
const reached = (status: number, more: Record<string, z.ZodType> = {}) =>
  tried({ reached: z.literal(true), status: z.literal(status), ...more });
const throughProxy = { proxy: anyText.regex(/^http:\/\/127\.0\.0\.1:\d+$/) };

const trial = (
  name: string,
  expected: z.ZodType,
  line: (place: Place) => Record<string, string>,
  more: { trusts?: boolean; needs?: ScriptCase['needs'] } = {},
) =>
  reach('test-proxy', name, {
    // Who asks is told by the account of Windows.
    needs: 'windows',
    line,
    expected,
    secrets: [proxyPassword, signedInWrongly.password],
    ...more,
  });

/** Which way is taken is asked by a delegate, as only .NET Framework can run one aside. */
const desktop = { needs: 'desktop' } as const;

export const routeCases: readonly ScriptCase[] = [
  trial('reaches an address without a proxy', reached(200), (place) => ({
    ...direct,
    address: near(place, '/file'),
  })),
  trial('reaches an address that has no such file', reached(404), (place) => ({
    ...direct,
    address: near(place, '/missing'),
  })),
  trial(
    'tells where a redirect leads',
    reached(302, { location: z.literal('https://elsewhere.contoso.test/file') }),
    (place) => ({ ...direct, address: near(place, '/redirect') }),
  ),
  trial('tells no redirect that leaves https', reached(301), (place) => ({
    ...direct,
    address: near(place, '/redirect-to-plain'),
  })),
  trial('tells that nobody listens', tried({ message: anyText.min(1) }), (place) => ({
    ...direct,
    address: `https://127.0.0.1:${place.servers.closed}/file`,
  })),
  trial(
    'does not reach a server whose certificate nobody trusts',
    tried({ message: anyText.min(1) }),
    (place) => ({ ...direct, address: near(place, '/file') }),
    { trusts: false },
  ),
  trial(
    'tells a certificate that nobody trusts from other failures',
    tried({ message: anyText.startsWith('TrustFailure: ') }),
    (place) => ({ ...direct, address: near(place, '/file') }),
    { ...desktop, trusts: false },
  ),
  trial(
    'asks no address that is not https',
    failed(exactly('Only an https address is asked.')),
    () => ({ ...direct, address: 'http://localhost/file' }),
    { needs: 'any' },
  ),
  trial(
    'reaches an address through a proxy and tells which',
    reached(200, throughProxy),
    (place) => ({ ...by(place.servers.openProxy), address: far('/file') }),
    desktop,
  ),
  trial(
    'tells which sign-ins the proxy offers',
    tried({
      proxyStatus: z.literal(407),
      schemes: z.literal('Negotiate, NTLM, Basic'),
      ...throughProxy,
    }),
    (place) => ({ ...by(place.servers.windowsProxy), address: far('/file') }),
    desktop,
  ),
  trial(
    'signs in to the proxy with the very password',
    reached(200, throughProxy),
    (place) => ({ ...by(place.servers.basicProxy), ...signedIn, address: far('/file') }),
    desktop,
  ),
  trial(
    'tells that the proxy does not know this password',
    tried({ proxyStatus: z.literal(407), schemes: z.literal('Basic'), ...throughProxy }),
    (place) => ({ ...by(place.servers.basicProxy), ...signedInWrongly, address: far('/file') }),
    desktop,
  ),
  trial(
    'tells that there is no such proxy',
    tried({ message: anyText.min(1), ...throughProxy }),
    (place) => ({ ...by(place.servers.closed), address: far('/file') }),
    desktop,
  ),
];
