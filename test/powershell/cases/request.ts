import type { z } from 'zod';
import { caseOf, type Place, type ScriptCase, type Seen } from '../case';
import { farHost, proxyPassword, proxyUser } from '../servers';

/** A request of an admin who is asked for no proxy. */
export const direct = {
  proxyMode: 'none',
  proxyServer: '',
  proxyPort: '',
  signIn: 'none',
  user: '',
  password: '',
  timeoutSeconds: '20',
};
export const near = ({ servers }: Place, path: string) =>
  `https://127.0.0.1:${servers.https}${path}`;
/** .NET Framework never asks a proxy for this computer, whatever it is told. */
export const far = (path: string) => `https://${farHost}${path}`;

export const by = (port: number) => ({
  ...direct,
  proxyMode: 'custom',
  proxyServer: 'http://127.0.0.1/',
  proxyPort: String(port),
});
export const signedIn = { signIn: 'given', user: proxyUser, password: proxyPassword };
export const signedInWrongly = { ...signedIn, password: 'not-this-one' };

interface Reach {
  needs: ScriptCase['needs'];
  line(place: Place): Record<string, string>;
  expected: z.ZodType;
  trusts?: boolean;
  secrets?: readonly string[];
  afterwards?(place: Place, seen: Seen): void;
}

/** A case that asks a server; the mock trusts its certificate unless told otherwise. */
export const reach = (script: string, name: string, { line, trusts = true, ...rest }: Reach) =>
  caseOf(script, name, {
    ...rest,
    given: (place) => ({ line: line(place), ...(trusts ? { prelude: 'trust' } : {}) }),
  });
