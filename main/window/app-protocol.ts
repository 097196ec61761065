import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Protocol } from 'electron';
import { contentSecurityPolicy } from './content-security-policy';

const SCHEME = 'app';
const HOST = 'psm';
export const APP_ORIGIN = `${SCHEME}://${HOST}`;
/** Stands in index.html where the nonce of this load belongs. */
const NONCE_PLACE = '__STYLE_NONCE__';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Makes `app://` a proper origin of its own. Call before the program is ready. */
export function declareAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, codeCache: true, secure: true } },
  ]);
}

/** Serves the built page from `folder` and nothing outside it. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file = rendererFile(folder, request.url);
    const type = file === null ? undefined : CONTENT_TYPES[extname(file)];
    if (request.method !== 'GET' || file === null || type === undefined) return notFound();
    try {
      return answer(await readFile(file), type);
    } catch {
      return notFound();
    }
  });
}

/**
 * The file an `app://` address stands for; null when it is another host, can't be decoded, or
 * would leave the folder. Decoded once and resolved, so that no spelling of `..` gets through.
 */
export function rendererFile(folder: string, address: string): string | null {
  let path: string;
  try {
    const url = new URL(address);
    if (url.protocol !== `${SCHEME}:` || url.host !== HOST) return null;
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (/[\\:\0]/.test(path)) return null;
  const root = resolve(folder);
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(root + sep) ? file : null;
}

function answer(content: Buffer, type: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const body = type.startsWith('text/html')
    ? content.toString('utf8').replaceAll(NONCE_PLACE, nonce)
    : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

const notFound = () => new Response(null, { status: 404 });
