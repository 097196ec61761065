import type { World } from './schema';

/** How a program asks for the way out: the choice of the admin, as text. */
export interface ProxyChoice {
  proxyMode: 'none' | 'system' | 'custom';
  proxyServer: string;
  proxyPort: string;
  signIn: 'none' | 'given' | 'windows';
  user: string;
  password: string;
}

export interface ProxyPlace {
  host: string;
  port: number;
}

/** The proxy a request goes to; null when it goes straight to its address. */
export function chosenProxy(world: World, choice: ProxyChoice): ProxyPlace | null {
  if (choice.proxyMode === 'custom') return placeOf(choice.proxyServer, Number(choice.proxyPort));
  if (choice.proxyMode === 'none' || world.systemProxy === null) return null;
  return placeOf(world.systemProxy, null);
}

/** Proxies that are there: the one way out, and what Windows itself uses when there are others. */
export function existingProxies({ requiredProxy, systemProxy }: World): ProxyPlace[] {
  if (requiredProxy) return [placeOf(requiredProxy.server, requiredProxy.port)];
  return systemProxy === null ? [] : [placeOf(systemProxy, null)];
}

/** The proxy that Windows itself uses, without the user its address may hold; null without one. */
export function systemProxyAddress({ systemProxy }: World): string | null {
  return systemProxy === null ? null : addressOf(placeOf(systemProxy, null));
}

/** As the scripts tell it: always with its port. */
export const addressOf = ({ host, port }: ProxyPlace) => `http://${host}:${port}`;

/** True when the proxy lets that user through. */
export function letsThrough({ requiredProxy }: World, choice: ProxyChoice): boolean {
  if (!requiredProxy) return true;
  const { user, password, windowsSignIn } = requiredProxy;
  if (user === '' && !windowsSignIn) return true;
  if (choice.signIn === 'windows') return windowsSignIn;
  const isKnown = choice.user.toLowerCase() === user.toLowerCase() && choice.password === password;
  return choice.signIn === 'given' && user !== '' && isKnown;
}

/** False for a host that the proxy doesn't connect to, whoever asks. */
export function connectsTo({ requiredProxy }: World, host: string): boolean {
  const allowed = requiredProxy?.allowedHosts ?? null;
  return (
    allowed === null ||
    allowed.some((one) => (one.startsWith('*.') ? host.endsWith(one.slice(1)) : host === one))
  );
}

function placeOf(server: string, port: number | null): ProxyPlace {
  const [host = '', own = '80'] = server.replace(/^\w+:\/\/(?:[^@]*@)?|\/+$/g, '').split(':');
  return { host: host.toLowerCase(), port: port ?? Number(own) };
}
