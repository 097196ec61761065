import type { IncomingMessage, ServerResponse } from 'node:http';

/** What lies at /file: bytes that differ from place to place, so that a gap shows. */
export const content = Buffer.from(
  Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31 + (index >> 8)) % 251),
);
export const validator = '"first"';
/** How much of /cut comes before the connection is cut. */
export const CUT_AT = 100_000;

function sendFile(request: IncomingMessage, response: ServerResponse): void {
  const headers = { ETag: validator, 'Content-Type': 'application/octet-stream' };
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from === 0 || request.headers['if-range'] !== validator) {
    response.writeHead(200, { ...headers, 'Content-Length': content.length });
    response.end(request.method === 'HEAD' ? undefined : content);
    return;
  }
  response.writeHead(206, {
    ...headers,
    'Content-Length': content.length - from,
    'Content-Range': `bytes ${from}-${content.length - 1}/${content.length}`,
  });
  response.end(content.subarray(from));
}

function cut(response: ServerResponse): void {
  response.writeHead(200, { ETag: validator, 'Content-Length': content.length });
  response.write(content.subarray(0, CUT_AT));
  // Late enough for what was written to be on its way.
  setTimeout(() => response.socket?.destroy(), 300);
}

/** Answers by the path: a file, redirects, what is not there, and what goes wrong on the way. */
export function answerRequest(request: IncomingMessage, response: ServerResponse): void {
  switch (request.url) {
    case '/file':
      sendFile(request, response);
      return;
    case '/redirect':
      response.writeHead(302, { Location: 'https://elsewhere.contoso.test/file' }).end();
      return;
    case '/redirect-to-plain':
      response.writeHead(301, { Location: 'http://elsewhere.contoso.test/file' }).end();
      return;
    case '/other-range':
      response.writeHead(206, {
        ETag: validator,
        'Content-Length': 10,
        'Content-Range': `bytes 7-16/${content.length}`,
      });
      response.end(content.subarray(7, 17));
      return;
    case '/cut':
      cut(response);
      return;
    default:
      response.writeHead(404, { 'Content-Length': 0 }).end();
  }
}
