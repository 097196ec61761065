import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answered, exactly, failed, type Place, type ScriptCase } from '../case';
import { expectEqual } from '../expect';
import { CUT_AT, content, validator } from '../file-server';
import { farHost, proxyPassword } from '../servers';
import { by, direct, far, near, reach, signedIn } from './request';

const part = ({ folder }: Place) => join(folder, 'set up.part');
const whole = (place: Place) => ({ path: part(place), offset: '0', validator: '' });
const webError = exactly('System.Net.WebException');

function isWhole(place: Place): void {
  expectEqual(readFileSync(part(place)).equals(content), true, 'the file has the right bytes');
}

const done = (more: object) =>
  answered(
    exactly({
      outcome: 'done',
      bytes: content.length,
      total: content.length,
      validator,
      restarted: false,
      status: 200,
      ...more,
    }),
  );

/** Begins with what an earlier try has left. */
const resumed = (place: Place, line: object, left = content.subarray(0, CUT_AT)) => {
  writeFileSync(part(place), left);
  return { ...direct, address: near(place, '/file'), path: part(place), ...line };
};

const proxyRefused = answered(
  z.strictObject({
    outcome: z.literal('proxyRefused'),
    status: z.literal(407),
    schemes: z.literal('Negotiate, NTLM, Basic'),
    message: z.string().endsWith(': Negotiate, NTLM, Basic'),
  }),
);

export const downloadCases: readonly ScriptCase[] = [
  reach('download-file', 'fetches a file and tells how far it is', {
    needs: 'any',
    line: (place) => ({ ...direct, ...whole(place), address: near(place, '/file') }),
    expected: done({}),
    afterwards: (place, { progress }) => {
      isWhole(place);
      expectEqual(
        progress[0],
        { kind: 'progress', bytes: 0, total: content.length, validator },
        'the first progress',
      );
    },
  }),
  reach('download-file', 'goes on where an earlier try ended', {
    needs: 'any',
    line: (place) => resumed(place, { offset: String(CUT_AT), validator }),
    expected: done({ status: 206 }),
    afterwards: (place, { progress }) => {
      isWhole(place);
      expectEqual(progress[0]?.bytes, CUT_AT, 'where it began');
    },
  }),
  reach('download-file', 'begins anew when the file has changed since', {
    needs: 'any',
    line: (place) => resumed(place, { offset: String(CUT_AT), validator: '"other"' }),
    expected: done({ restarted: true }),
    afterwards: isWhole,
  }),
  reach('download-file', 'begins anew without a validator', {
    needs: 'any',
    line: (place) => resumed(place, { offset: String(CUT_AT), validator: '' }),
    expected: done({ restarted: true }),
    afterwards: isWhole,
  }),
  reach('download-file', 'begins anew when less is left than was noted', {
    needs: 'any',
    line: (place) =>
      resumed(place, { offset: String(CUT_AT), validator }, content.subarray(0, CUT_AT - 1)),
    expected: done({ restarted: true }),
    afterwards: isWhole,
  }),
  reach('download-file', 'keeps nothing of another part than it asked for', {
    needs: 'any',
    line: (place) =>
      resumed(place, { offset: '100', validator, address: near(place, '/other-range') }),
    expected: failed(z.string().startsWith('OtherRange: bytes 7-16/')),
    afterwards: (place) =>
      expectEqual(readFileSync(part(place)).length, CUT_AT, 'length of what was there'),
  }),
  reach('download-file', 'reports a redirect and does not follow it', {
    needs: 'any',
    line: (place) => ({ ...direct, ...whole(place), address: near(place, '/redirect') }),
    expected: answered(
      exactly({ outcome: 'redirect', location: 'https://elsewhere.contoso.test/file' }),
    ),
  }),
  reach('download-file', 'tells that there is no such file', {
    needs: 'any',
    line: (place) => ({ ...direct, ...whole(place), address: near(place, '/missing') }),
    expected: answered(exactly({ outcome: 'refused', status: 404, message: 'Not Found' })),
  }),
  reach('download-file', 'never takes what came before a cut for the whole file', {
    needs: 'any',
    line: (place) => ({ ...direct, ...whole(place), address: near(place, '/cut') }),
    expected: z.union([
      failed(z.string().startsWith('ReceiveFailure: '), webError),
      answered(z.looseObject({ outcome: z.literal('done'), bytes: z.number().max(CUT_AT) })),
    ]),
    afterwards: (place, { progress }) => {
      expectEqual(progress[0]?.validator, validator, 'the validator to go on with');
      const kept = readFileSync(part(place));
      expectEqual(kept.equals(content.subarray(0, kept.length)), true, 'what was kept is right');
    },
  }),
  reach('download-file', 'tells that it can not write, by another type than that of the network', {
    needs: 'any',
    line: (place) => ({
      ...direct,
      address: near(place, '/file'),
      path: join(place.folder, 'no such folder', 'file'),
      offset: '0',
      validator: '',
    }),
    expected: failed(z.string(), exactly('System.IO.DirectoryNotFoundException')),
  }),
  reach('download-file', 'does not go to a server whose certificate nobody trusts', {
    needs: 'any',
    trusts: false,
    line: (place) => ({ ...direct, ...whole(place), address: near(place, '/file') }),
    expected: failed(z.string(), webError),
  }),
  reach('download-file', 'tells a certificate that nobody trusts from other failures', {
    needs: 'desktop',
    trusts: false,
    line: (place) => ({ ...direct, ...whole(place), address: near(place, '/file') }),
    expected: failed(z.string().startsWith('TrustFailure: '), webError),
  }),
  reach('download-file', 'asks no address that is not https', {
    needs: 'any',
    line: (place) => ({ ...direct, ...whole(place), address: 'http://localhost/file' }),
    expected: failed(exactly('Only an https address is asked.')),
  }),
  // A proxy that refuses is told of in the inner exception of .NET Framework only.
  reach('download-file', 'tells which sign-ins the proxy offers', {
    needs: 'desktop',
    line: (place) => ({
      ...by(place.servers.windowsProxy),
      ...whole(place),
      address: far('/file'),
    }),
    expected: proxyRefused,
  }),
  reach('download-file', 'signs in to the proxy with the very password', {
    needs: 'any',
    line: (place) => ({
      ...by(place.servers.basicProxy),
      ...signedIn,
      ...whole(place),
      address: far('/file'),
    }),
    expected: done({}),
    secrets: [proxyPassword],
    afterwards: (place) => {
      isWhole(place);
      expectEqual(place.servers.tunnels(), [`${farHost}:443`], 'what the proxy was asked for');
    },
  }),
];
