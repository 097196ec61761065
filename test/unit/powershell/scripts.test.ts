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
    'change-defender.ps1',
    'download-file.ps1',
    'find-leftovers.ps1',
    'get-agent-proxy.ps1',
    'new-protected-folder.ps1',
    'read-activity.ps1',
    'read-certificates.ps1',
    'read-clock.ps1',
    'read-defender.ps1',
    'read-folder-protection.ps1',
    'read-load.ps1',
    'read-other-software.ps1',
    'read-prerequisites.ps1',
    'read-server.ps1',
    'remove-leftover.ps1',
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

test('nothing of the settings of the agent goes through a pipeline, which may be logged', () => {
  const lines = (sources.get('get-agent-proxy.ps1') ?? '').split('\n');
  const reading = lines.filter((line) => /\$(?:settings|source|field)\b/.test(line));
  expect(reading.length).toBeGreaterThan(5);
  expect(reading.filter((line) => line.replace(/'[^']*'/g, '').includes('|'))).toEqual([]);
});

test('the new folder is owned by Administrators, protected, and open to SYSTEM and Administrators', () => {
  const source = sources.get('new-protected-folder.ps1') ?? '';
  const identifiers = [...source.matchAll(/S-1-[\d-]+/g)].map((match) => match[0]);

  expect(identifiers).toEqual(['S-1-5-18', 'S-1-5-32-544']);
  expect(source).toContain('$security.SetOwner($administrators)');
  expect(source).toContain('$security.SetAccessRuleProtection($true, $false)');
  expect(source).toContain('[IO.Directory]::CreateDirectory($path, $security)');
});

describe('a proxy', () => {
  const tellers = ['read-prerequisites.ps1', 'test-proxy.ps1'];

  test.each(tellers)('is told by %s without the user in its address', (name) => {
    const source = sources.get(name) ?? '';
    const told = source.split('\n').filter((line) => /\.(systemProxy|proxy) =/.test(line));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/= '\{0\}:\/\/\{1\}:\{2\}' -f (\$\w+)\.Scheme, \1\.Host, \1\.Port$/);
  });

  test.each(tellers)('is waited for by %s for a limited time', (name) => {
    const source = sources.get(name) ?? '';
    expect(source).not.toMatch(/\.(GetProxy|IsBypassed)\(/);
    expect(source).toMatch(/if \(\$finding\.AsyncWaitHandle\.WaitOne\(\d+\)\) \{ \$\w+ = \$find\./);
  });

  test('that answers in place of the download server is never taken for it', () => {
    const source = sources.get('download-file.ps1') ?? '';
    const [proxy, redirect, file] = [
      "if ($status -eq 407 -or $response.Method -eq 'CONNECT') {",
      '} elseif ($status -in 301, 302, 303, 307, 308) {',
      '} elseif ($status -in 200, 206) {',
    ].map((line) => source.indexOf(line));
    expect(proxy).toBeGreaterThan(0);
    expect(redirect).toBeGreaterThan(proxy ?? 0);
    expect(file).toBeGreaterThan(redirect ?? 0);
  });
});

test('a download tells what went wrong so that the program can tell it apart', () => {
  const source = sources.get('download-file.ps1') ?? '';
  expect(source).toContain('{ throw "OtherRange: $range" }');
  // What is written lies in no catch of its own: it keeps the type that .NET gave it.
  const tries = source.match(/try \{ [^\n]* \} catch/g) ?? [];
  expect(tries).toEqual([
    'try { $response = $request.GetResponse() } catch',
    'try { $count = $stream.Read($buffer, 0, $buffer.Length) } catch',
  ]);
});

test('where a link leads is told as an https address only, and never on behalf of a proxy', () => {
  const source = sources.get('test-proxy.ps1') ?? '';
  expect(source).toContain('if ($value.reached -and $status -in 301, 302, 303, 307, 308');
  expect(source).toContain("$next.Scheme -eq 'https') { $value.location = $next.AbsoluteUri }");
});

test('one program that can not be read hides no other, and roles nobody knows are no failure', () => {
  const lines = (sources.get('read-other-software.ps1') ?? '').split('\n').map((one) => one.trim());
  const loop = lines.indexOf('foreach ($id in $list.GetSubKeyNames()) {');
  expect(lines[loop + 1]).toBe('try {');
  expect(lines[loop + 2]).toBe('$key = $list.OpenSubKey($id)');
  expect(lines.slice(loop).find((line) => line.startsWith('} catch'))).toMatch(/\{ continue \}/);
  const asked = lines.findIndex((line) => line.includes('Win32_ServerFeature'));
  expect(lines.slice(asked).find((line) => line.startsWith('} catch'))).toContain(
    '{ $value.roles = $null }',
  );
});
