import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { mocks } from '../../powershell/mocks';
import { loadScriptParser, type ParsedScript } from './parsed-script';
import { scriptRules } from './script-rules';

const names = readdirSync(mocks, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ps[md]?1$/.test(name))
  .sort();
const sources = names.map((name) => [name, readFileSync(join(mocks, name), 'utf8')] as const);
/** What holds for any script, whoever it is for. */
const ruleNames = [
  'parses',
  'is plain ASCII',
  'uses nothing that Windows PowerShell 5.1 lacks',
  'has a catch or finally for each try',
];
const rules = scriptRules.filter(({ name }) => ruleNames.includes(name));
let parse: (text: string) => ParsedScript;

beforeAll(async () => {
  parse = await loadScriptParser();
});

test('there are mocks of every kind, and rules for them', () => {
  expect(names).toContain('agent.ps1');
  expect(names).toContain(join('MSOnlineBackup', 'MSOnlineBackup.psm1'));
  expect(names).toContain(join('MSOnlineBackup', 'MSOnlineBackup.psd1'));
  expect(rules).toHaveLength(ruleNames.length);
});

describe.each(sources)('%s', (_name, source) => {
  test.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_rule, rule) => {
    expect(rule.findings(parse(source))).toEqual([]);
  });

  test('has lines of at most 100 signs', () => {
    expect(source.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('leaves standard input to the script', () => {
    expect(source).not.toMatch(/\$input\b|\[Console\]::In\b|Read-Host/i);
  });

  test('calls what it defines, or commands that both kinds of PowerShell have', () => {
    const { calls, functions } = parse(source);
    const own = functions.map((name) => name.replace(/^global:/, ''));
    const known = [
      ...own,
      'Add-Member',
      'Add-Type',
      'ConvertFrom-Json',
      'ConvertTo-Json',
      'Export-ModuleMember',
      'ForEach-Object',
      'Microsoft.PowerShell.Core\\Import-Module',
      'New-Module',
      'New-Object',
      'New-SelfSignedCertificate',
      'Remove-Item',
      'Set-AuthenticodeSignature',
      'Where-Object',
      'Write-Error',
      'Write-Output',
    ];
    expect(calls.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});
