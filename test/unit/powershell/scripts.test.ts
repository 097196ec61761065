import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadScriptParser, type ParsedScript } from './parsed-script';
import { scriptRules } from './script-rules';

const folder = new URL('../../../resources/powershell/', import.meta.url);
const names = readdirSync(folder).sort();
const sources = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
let parse: (text: string) => ParsedScript;

beforeAll(async () => {
  parse = await loadScriptParser();
});

test('the folder holds the shipped scripts and nothing else', () => {
  expect(names).toEqual([
    'download-file.ps1',
    'get-agent-proxy.ps1',
    'new-protected-folder.ps1',
    'read-activity.ps1',
    'read-certificates.ps1',
    'read-clock.ps1',
    'read-folder-protection.ps1',
    'read-load.ps1',
    'read-other-software.ps1',
    'read-prerequisites.ps1',
    'read-server.ps1',
    'set-agent-proxy.ps1',
    'test-proxy.ps1',
    'verify-signature.ps1',
  ]);
});

describe.each([...sources])('%s', (_name, source) => {
  test.each(scriptRules.map((rule) => [rule.name, rule] as const))('%s', (_rule, rule) => {
    expect(rule.findings(parse(source))).toEqual([]);
  });
});

test('a set list of fields is all that is read from the settings of the agent', () => {
  const source = sources.get('get-agent-proxy.ps1') ?? '';
  const patterns = [...source.matchAll(/(?:Read-Field \$settings|-match) '([^']+)'/g)].map(
    (match) => new RegExp(match[1] ?? '', 'i'),
  );
  const read = (name: string) => patterns.some((pattern) => pattern.test(name));

  expect(['ProxySetting', 'Enabled', 'ProxyServer', 'ProxyPort'].filter(read)).toHaveLength(4);
  expect(
    ['ProxyUserName', 'ProxyUsername', 'BypassUrls', 'ProxyBypassUrls'].filter(read),
  ).toHaveLength(4);
  expect(
    ['ProxyPassword', 'EncryptionPassphrase', 'EncryptionSetting', 'ThrottlingSetting'].filter(
      read,
    ),
  ).toEqual([]);
});

test('the new folder is owned by Administrators, protected, and open to SYSTEM and Administrators', () => {
  const source = sources.get('new-protected-folder.ps1') ?? '';
  const identifiers = [...source.matchAll(/S-1-[\d-]+/g)].map((match) => match[0]);

  expect(identifiers).toEqual(['S-1-5-18', 'S-1-5-32-544']);
  expect(source).toContain('$security.SetOwner($administrators)');
  expect(source).toContain('$security.SetAccessRuleProtection($true, $false)');
  expect(source).toContain('[IO.Directory]::CreateDirectory($path, $security)');
});
