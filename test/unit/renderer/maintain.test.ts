import { describe, expect, it } from 'vitest';
import type { KeptPackage } from '../../../contract/facts';
import { fileNameOf, stateInWords } from '../../../renderer/src/pages/maintain/package-words';
import { rate, shortFingerprint } from '../../../renderer/src/text/numbers';

const kept = (changes: Partial<KeptPackage>): KeptPackage => ({
  id: '1',
  folder: 'C:\\Kept\\1',
  path: 'C:\\Kept\\1\\Setup.exe',
  from: null,
  keptAt: null,
  sizeBytes: 0,
  wholeBytes: null,
  state: 'verified',
  sha256: null,
  version: null,
  signer: null,
  revocation: null,
  isUnpacked: false,
  ...changes,
});

describe('a kept set-up file', () => {
  it('tells how much of an unfinished download is there, never all of it', () => {
    const state = 'unfinished' as const;
    const words = (sizeBytes: number, wholeBytes: number | null) =>
      stateInWords(kept({ state, sizeBytes, wholeBytes }));
    expect(words(421, 1000)).toBe('Unfinished download, 42%');
    expect(words(1000, 1000)).toBe('Unfinished download, 99%');
    expect(words(421, null)).toBe('Unfinished download');
  });

  it('says when it was changed after it was verified', () => {
    expect(stateInWords(kept({ state: 'changed' }))).toBe('Changed after it was verified');
  });

  it('is named without its folder', () => {
    expect(fileNameOf({ path: 'C:\\Kept\\1\\Setup.exe' })).toBe('Setup.exe');
  });
});

describe('numbers', () => {
  it('show a fingerprint by both its ends', () => {
    expect(shortFingerprint(`12345678${'0'.repeat(48)}abcdefgh`)).toBe('12345678…abcdefgh');
  });

  it('show a rate in the unit of a size', () => {
    expect(rate(0)).toBe('0 bytes/s');
    expect(rate(12 * 1024 * 1024)).toBe('12 MB/s');
  });
});
