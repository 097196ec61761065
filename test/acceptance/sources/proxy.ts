/**
 * Where a Windows service goes, from English `netsh winhttp show proxy`: null for straight, else
 * the servers as set. Undefined when the answer says neither.
 * Source: learn.microsoft.com, netsh winhttp.
 */
export function parseWinHttpProxy(text: string): string | null | undefined {
  if (/Direct access \(no proxy server\)/i.test(text)) return null;
  return /Proxy Server\(s\)\s*:\s*(\S+)/i.exec(text)?.[1];
}

/**
 * The proxy for https in what Internet Options keep under `ProxyServer`: one for all, or a list by
 * protocol. Null when https has none.
 */
export function proxyForHttps(proxyServer: string): string | null {
  if (!proxyServer.includes('=')) return proxyServer.replace(/^\w+:\/\//, '') || null;
  const own = proxyServer.split(';').find((part) => /^https=/i.test(part.trim()));
  return own ? own.trim().replace(/^https=(\w+:\/\/)?/i, '') : null;
}
