import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../acceptance/fact';
import { createMask } from '../../acceptance/mask';
import { countOf, type Report } from '../../acceptance/report';
import { htmlPage } from '../../acceptance/report-page';

const mask = createMask({ server: 'SRV01', user: 'ada', domains: ['CONTOSO', 'contoso.example'] });

describe('what is masked', () => {
  test('the server, its user and its domain, wherever they stand', () => {
    expect(mask('srv01.contoso.example, C:\\Users\\Ada, CONTOSO\\ada')).toBe(
      '<server>.<domain>, C:\\Users\\<user>, <domain>\\<user>',
    );
  });
  test('the same address gets the same mark, another one another', () => {
    expect(mask('10.0.0.4 10.0.0.4 10.0.0.5')).toBe('<address 1> <address 1> <address 2>');
  });
  test('addresses of nobody and versions stay', () => {
    const text = '127.0.0.1 0.0.0.0 10.0.26100 10.0.20348.2227 9.63.7153.1 16:05:59';
    expect(mask(text)).toBe(text);
  });
  test('IPv6 addresses, thumbprints and the number of the computer', () => {
    expect(mask('fe80::1:2:3:4%5')).not.toContain('fe80');
    expect(mask('0123456789abcdef0123456789abcdef01234567')).toBe('<thumbprint 1>');
    expect(mask('S-1-5-21-111-222-333-500 S-1-5-32-544')).toBe('<computer 1>-500 S-1-5-32-544');
  });
  test('a word that only begins like a name stays', () => {
    expect(mask('adapter')).toBe('adapter');
  });
  test('a name of one letter or of the system masks nothing', () => {
    const none = createMask({ server: 'x', user: 'SYSTEM', domains: ['', 'WORKGROUP'] });
    expect(none('x SYSTEM WORKGROUP')).toBe('x SYSTEM WORKGROUP');
  });
});

const row = (rest: Partial<Row>): Row => ({
  ...{ group: 'Windows', name: 'Edition', by: 'registry', verdict: 'agrees', ours: 'a' },
  ...{ second: 'a', reason: null, seconds: 0.1, processes: 2 },
  ...rest,
});

const report: Report = {
  at: '2026-11-21T16:00:00.000Z',
  machine: '<server>',
  windows: 'Windows Server 2025 (10.0.26100)',
  node: 'v24.0.0',
  alsoChanged: false,
  masked: true,
  powershellAnswers: true,
  detection: { ok: true, words: '', seconds: 1.5, processes: 11 },
  rows: [
    row({}),
    row({ verdict: 'differs', ours: '<script>alert(1)</script>', reason: '"x" & y' }),
    row({ verdict: 'couldNotCompare' }),
    row({ verdict: 'noSecondSource' }),
  ],
};

describe('the report', () => {
  test('only what two sources agree on has passed', () => {
    expect(countOf(report)).toEqual({
      agrees: 1,
      differs: 1,
      couldNotCompare: 1,
      noSecondSource: 1,
    });
  });
  test('is one page that runs nothing and fetches nothing', () => {
    const page = htmlPage(report, countOf(report));
    expect(page).not.toMatch(/<(script|link|img)\b|https?:/);
    expect(page).toContain('&#60;script&#62;');
    expect(page).toContain('1.5 s, 11 programs');
  });
  test('says it where PowerShell answers nothing', () => {
    expect(htmlPage({ ...report, powershellAnswers: false }, countOf(report))).toContain(
      'no real Windows',
    );
  });
});

test.skipIf(process.platform === 'win32')(
  'elsewhere than on Windows it says that it did not run',
  () => {
    const script = join(import.meta.dirname, '../../../scripts/acceptance-windows.mjs');
    const printed = execFileSync(process.execPath, [script], { encoding: 'utf8', stdio: 'pipe' });
    expect(printed).toMatch(/^not run: .*\n$/);
  },
);
