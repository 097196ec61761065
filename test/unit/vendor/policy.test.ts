import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runbookNames } from '../../../main/runbooks/catalogue';
import { NO_POLICY, POLICY_KEY, POLICY_VALUES, readPolicy } from '../../../main/vendor/policy';

const template = readFileSync('resources/policy/ProcessServerManager.admx', 'utf8');
const words = readFileSync('resources/policy/en-US/ProcessServerManager.adml', 'utf8');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((one) => one[1] ?? '');

/** Tags that are not closed in the order in which they were opened; a parser would refuse them. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name = '', empty] of xml.matchAll(/<(\/?)([A-Za-z]+)[^<>]*?(\/?)>/g)) {
    if (empty === '/') continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

describe('the template for group policy', () => {
  test('has every value that the program reads, and no other, each with its words', () => {
    expect(all(template, /valueName="([^"]+)"/g).sort()).toEqual([...POLICY_VALUES].sort());
    const keys = new Set(all(template, / key="([^"]+)"/g));
    expect([...keys].map((key) => `HKEY_LOCAL_MACHINE\\${key}`)).toEqual([POLICY_KEY]);
    const strings = all(words, /<string id="([^"]+)"/g);
    const asked = all(template, /\$\(string\.([^)]+)\)/g);
    expect([...new Set(asked)].sort()).toEqual([...strings].sort());
    const shown = all(words, /<presentation id="([^"]+)"/g);
    expect(all(template, /\$\(presentation\.([^)]+)\)/g)).toEqual(shown);
    expect(all(words, /refId="([^"]+)"/g)).toEqual(all(template, /<text id="([^"]+)"/g));
  });

  test('is well-formed', () => {
    for (const xml of [template, words]) {
      expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
      expect(unclosed(xml)).toEqual([]);
      expect(xml.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&');
    }
  });

  test('names procedures that there are', () => {
    for (const name of runbookNames.filter((one) => one !== 'prepare')) {
      expect(words).toContain(name);
    }
  });
});

describe('a policy', () => {
  const values = (given: Record<string, string>) =>
    new Map(
      Object.entries(given).map(([name, text]) => [
        name.toLowerCase(),
        { type: 'text' as const, text },
      ]),
    );

  test('that is not there decides nothing', () => {
    expect(readPolicy(undefined)).toEqual(NO_POLICY);
    expect(readPolicy(values({ ProxyMode: ' ', BlockedProcedures: '' }))).toEqual(NO_POLICY);
  });

  test('that was written as a list or in other letters counts too', () => {
    const given = new Map([
      ['blockedprocedures', { type: 'list' as const, text: 'purge\nrestore' }],
      ['proxymode', { type: 'text' as const, text: 'Direct' }],
    ]);
    expect(readPolicy(given)).toMatchObject({
      blocked: ['purge', 'restore'],
      answers: { proxyMode: 'direct' },
    });
  });

  test('that says something nobody can read is no policy that says nothing', () => {
    const number = new Map([['blockedprocedures', { type: 'number' as const, text: '1' }]]);
    expect(() => readPolicy(number)).toThrow('BlockedProcedures');
    expect(() => readPolicy(values({ ProxyMode: 'none' }))).toThrow('direct, system, custom');
  });

  test('locks answers, procedures and hosts', () => {
    const given = {
      ProxyPort: '8080',
      BlockedProcedures: 'Purge; restore',
      DownloadHosts: 'aka.ms',
    };
    expect(readPolicy(values(given))).toEqual({
      answers: { proxyPort: '8080' },
      blocked: ['purge', 'restore'],
      downloadHosts: ['aka.ms'],
    });
  });
});
