import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cases, startServers } from '../../powershell';
import { exactly } from '../../powershell/case';
import { mocks } from '../../powershell/mocks';

const shipped = readdirSync(new URL('../../../resources/powershell/', import.meta.url)).map(
  (name) => name.replace(/\.ps1$/, ''),
);

test('every shipped script has cases, most of them on any PowerShell', () => {
  const covered = (needs: string[]) =>
    new Set(cases.filter((one) => needs.includes(one.needs)).flatMap(({ scripts }) => scripts));

  expect([...covered(['any', 'windows', 'desktop'])].sort()).toEqual(shipped.sort());
  expect(covered(['any']).size).toBe(shipped.length);
});

test('no two cases have the same name', () => {
  const names = cases.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every case that runs anywhere has a line for each script and a mock that exists', async () => {
  const servers = await startServers();
  onTestFinished(() => servers.stop());
  for (const one of cases.filter(({ needs }) => needs === 'any')) {
    const folder = mkdtempSync(join(tmpdir(), 'psm-cases-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { lines, prelude } = await one.given({ folder, servers, windowsPowerShell: '' });
    expect([one.name, lines.length]).toEqual([one.name, one.scripts.length]);
    expect(one.expected).toHaveLength(one.scripts.length);
    expect(prelude === undefined || existsSync(join(mocks, `${prelude}.ps1`))).toBe(true);
  }
});

describe('an exact value', () => {
  const schema = exactly({ a: [1, { b: null }], c: '' });

  test('is taken whatever the order of its fields', () => {
    expect(schema.safeParse({ c: '', a: [1, { b: null }] }).success).toBe(true);
  });

  test.each([
    { a: [1, { b: null }] },
    { a: [1, { b: null }], c: '', d: 1 },
    { a: [1], c: '' },
    { a: [1, { b: null }, 2], c: '' },
    { a: [1, { b: '' }], c: '' },
    { a: ['1', { b: null }], c: '' },
    null,
  ])('is not taken for %j', (other) => {
    expect(schema.safeParse(other).success).toBe(false);
  });
});
