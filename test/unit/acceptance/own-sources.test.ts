import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { get } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { createNetwork } from '../../../main/host/network';
import * as oneLiners from '../../acceptance/one-liners';
import { startProxy, startTlsServer } from '../../acceptance/own-servers';
import { readPeSignature } from '../../acceptance/sources/authenticode';
import { aheadOf, parseTimeSource } from '../../acceptance/sources/clock';
import { askTimeServer } from '../../acceptance/time-server';
import { loadScriptParser, type ParsedScript } from '../powershell/parsed-script';

describe('the clock', () => {
  test('the first server of the list, without its flags', () => {
    const text =
      '[TimeProviders]\r\n\r\nNtpClient (Local)\r\nType: NTP (Local)\r\nNtpServer: time.windows.com,0x8 pool.ntp.org,0x9 (Local)\r\n';
    expect(parseTimeSource(text)).toEqual({ type: 'NTP', server: 'time.windows.com' });
  });
  test('a member of a domain asks the domain and not that list', () => {
    const text = 'Type: NT5DS (Local)\r\nNtpServer: time.windows.com,0x8 (Local)\r\n';
    expect(parseTimeSource(text)).toEqual({ type: 'NT5DS', server: '' });
  });
  test('a service that does not run tells nothing', () => {
    expect(parseTimeSource('The following error occurred: 0x80070426')).toBeNull();
  });

  const packetAt = (seconds: number) => {
    const packet = Buffer.alloc(48);
    packet[0] = 0x24;
    packet[1] = 2;
    for (const offset of [32, 40]) {
      packet.writeUInt32BE(Math.floor(seconds) + 2_208_988_800, offset);
      packet.writeUInt32BE(Math.floor((seconds % 1) * 2 ** 32), offset + 4);
    }
    return packet;
  };
  test('seconds ahead are counted from the middle of question and answer', () => {
    expect(aheadOf(packetAt(1000.5), 1003, 1004)).toBeCloseTo(3, 3);
    expect(aheadOf(packetAt(1000), 998, 999)).toBeCloseTo(-1.5, 3);
  });
  test('a server that is not set itself does not tell the time', () => {
    const packet = packetAt(1000);
    packet[1] = 0;
    expect(aheadOf(packet, 1000, 1000)).toBeNull();
    expect(aheadOf(Buffer.alloc(4), 1000, 1000)).toBeNull();
  });
  test('a server on this computer is really asked', async () => {
    const server = createSocket('udp4');
    server.on('message', (_, from) =>
      server.send(packetAt(Date.now() / 1000 + 3600), from.port, from.address),
    );
    server.bind(0, '127.0.0.1');
    await once(server, 'listening');
    const answer = await askTimeServer('127.0.0.1', server.address().port);
    server.close();
    expect(answer.told && Math.round(answer.value / 60)).toBe(-60);
  });
});

describe('the signature of a program', () => {
  const SIZE = 0x400;
  /** The smallest thing with the places that count; its signature holds the digest of the rest. */
  const signed = () => {
    const body = Buffer.alloc(SIZE, 7);
    body.write('MZ', 0, 'latin1');
    body.writeUInt32LE(0x80, 0x3c);
    body.writeUInt32LE(0x4550, 0x80);
    body.writeUInt16LE(0x20b, 0x98);
    const entry = 0x98 + 112 + 32;
    body.writeUInt32LE(SIZE, entry);
    body.writeUInt32LE(64, entry + 4);
    const hash = createHash('sha256');
    hash.update(body.subarray(0, 0x98 + 64)).update(body.subarray(0x98 + 68, entry));
    hash.update(body.subarray(entry + 8));
    return Buffer.concat([body, Buffer.alloc(32, 1), hash.digest()]);
  };
  test('is about the bytes it was made for', () => {
    expect(readPeSignature(signed())).toMatchObject({ isEmbedded: true, isAboutTheseBytes: true });
  });
  test('is not about them once one is another', () => {
    const bytes = signed();
    bytes[0x60] = 8;
    expect(readPeSignature(bytes)).toMatchObject({ isEmbedded: true, isAboutTheseBytes: false });
  });
  test('does not cover the checksum', () => {
    const bytes = signed();
    bytes[0x98 + 65] = 9;
    expect(readPeSignature(bytes)?.isAboutTheseBytes).toBe(true);
  });
  test('what is no program has none', () => {
    expect(readPeSignature(Buffer.from('text'))).toBeNull();
    expect(readPeSignature(Buffer.alloc(200))).toBeNull();
  });
});

describe('servers of our own', () => {
  test('the TLS server answers our probe with what it says it sent', async () => {
    const server = await startTlsServer();
    const probe = await createNetwork().probeHttps('127.0.0.1', server.port, 10);
    await server.stop();
    expect(probe).toMatchObject({ kind: 'answered', status: 400 });
    expect(JSON.stringify(probe)).toContain(server.sent.thumbprint);
    expect(JSON.stringify(probe)).toContain(server.sent.validUntil);
    expect(server.seen).toEqual(['TLSv1.2 GET /asrps-probe HTTP/1.1']);
  });
  test('the proxy lets nobody through', async () => {
    const proxy = await startProxy();
    const [answer] = await once(get(`http://127.0.0.1:${proxy.port}/x`), 'response');
    await proxy.stop();
    expect(answer).toHaveProperty('statusCode', 407);
    expect(proxy.seen).toEqual(['GET /x HTTP/1.1']);
  });
});

describe('commands of PowerShell', () => {
  const commands = [
    ...Object.entries(oneLiners).flatMap(([name, one]) =>
      typeof one === 'object' ? [[name, one.command] as const] : [],
    ),
    ['registryValues', oneLiners.registryValues('SOFTWARE\\A b', '32').command],
    ['folderOwner', oneLiners.folderOwner("C:\\it's").command],
    ['signerOf', oneLiners.signerOf('C:\\x y.exe').command],
    ['hasTask', oneLiners.hasTask('Name').command],
    ['serviceRuns', oneLiners.serviceRuns('Name').command],
  ] as const;
  let parse: (text: string) => ParsedScript;
  beforeAll(async () => {
    parse = await loadScriptParser();
  });

  test.each(commands)('%s can be read, and no quote of it ends an argument', (_name, command) => {
    expect(parse(command).syntaxErrors).toEqual([]);
    expect(command).not.toContain('"');
  });
  test.each(commands)('%s changes nothing and never asks Windows Installer', (_name, command) => {
    const names = parse(command).calls.map(({ name }) => name);
    expect(names.filter((name) => /^(Set|New|Remove|Add|Start|Stop|Clear)-/i.test(name))).toEqual(
      [],
    );
    expect(command).not.toContain('Win32_Product');
  });
});
