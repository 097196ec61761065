import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadScriptParser, type ParsedScript } from './parsed-script';
import { scriptRules } from './script-rules';

const good = readFileSync(
  new URL('../../../resources/powershell/get-agent-proxy.ps1', import.meta.url),
  'utf8',
);
const secretive = readFileSync(
  new URL('../../../resources/powershell/set-agent-proxy.ps1', import.meta.url),
  'utf8',
);
let parse: (text: string) => ParsedScript;

beforeAll(async () => {
  parse = await loadScriptParser();
});

/** A good script with one more line in it. */
function having(line: string): string {
  return good.replace(
    /^ {2}\$settings = Get-OBMachineSetting.*\n/m,
    (call) => `${call}  ${line}\n`,
  );
}

function without(line: string): string {
  return good.replace(`${line}\n`, '');
}

const samples: Record<string, string[]> = {
  parses: [having('if ($value.ok) {'), having('$x = @{ a = '), having("$x = 'open")],
  'has fewer than 40 lines (120 when it asks the internet) of at most 100 signs': [
    having('# one\n  # two\n  # three'),
    having(`$x = [Net.WebRequest]::CreateHttp('a')${'\n  # one'.repeat(82)}`),
    having(`# ${'long '.repeat(20)}`),
  ],
  'is plain ASCII': [having('# caf\u00e9'), having("$x = '\u2013'"), having("$x = 'a\tb'")],
  'says what it does and takes, then starts strictly and with the modules of Windows only': [
    good.replace(/^#.*\n/, ''),
    without('Set-StrictMode -Version 2.0'),
    good.replace("$ErrorActionPreference = 'Stop'", "$ErrorActionPreference = 'Continue'"),
    without("$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')"),
  ],
  'ends with one answer, errors as data and no exit of its own': [
    good.replace(/\n$/, '\nexit 0\n'),
    without('[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))'),
    good.replace('} catch {\n', '} catch {\n  throw\n'),
    having("[Console]::Out.WriteLine('Done')"),
    having("[Console]::WriteLine('Done')"),
    having('[Console]::Error.WriteLine($settings)'),
    having("$answer = @{ kind = 'result'; ok = $true; value = $settings }"),
  ],
  'reads one line of standard input': [
    without('  $null = [Console]::In.ReadLine()'),
    having('$more = [Console]::In.ReadLine()'),
    having('$more = [Console]::In.ReadToEnd()'),
    having('$more = @($input)'),
    `param($Path)\n${good}`,
  ],
  'uses nothing that Windows PowerShell 5.1 lacks': [
    having('$x = $settings ?? 1'),
    having('$x = $settings ? 1 : 2'),
    having('$x = $settings?.Proxy'),
    having('Get-Item -LiteralPath a && Get-Item -LiteralPath b'),
    having('Get-Item -LiteralPath a || Get-Item -LiteralPath b'),
    having('$x = [Text.UTF8Encoding]::new($false)'),
  ],
  'calls known commands by their whole names and parameters': [
    having('$x = gci'),
    having('$x = 1, 2 | % { $_ }'),
    having('$x = @(1, 2) | where { $_ }'),
    having('$x = Get-Itm -LiteralPath a'),
    having('$x = Get-Item -Path a'),
    having('& $module'),
    having('reg.exe query HKLM'),
    having("Invoke-Expression -Command 'x'"),
  ],
  'runs no text as code': [
    having("Invoke-Expression -Command 'x'"),
    having('iex $settings'),
    having('[ScriptBlock]::Create($settings)'),
    having("Add-Type -TypeDefinition 'class A {}'"),
    having('Start-Process -FilePath $module'),
  ],
  'asks neither Win32_Product nor wmic': [
    having('$x = Get-CimInstance -ClassName Win32_Product'),
    having("$x = 'select * from win32_product'"),
    having("$x = 'wmic product list'"),
  ],
  'imports modules by an absolute path only': [
    having('Import-Module -Name MSOnlineBackup'),
    having("Import-Module -Name 'C:\\Windows\\x.psd1'"),
    having('Import-Module $module'),
    having("$other = 'bin\\x.psd1'\n  Import-Module -Name $other"),
    good.replace(/^ *if \(-not \[IO.Path\]::IsPathRooted.*\n/m, ''),
  ],
  'stands alone': [having('. .\\helpers.ps1'), having('$x = [IO.Path]::Combine($PSScriptRoot, 1)')],
  'holds no secret': [
    having("$password = 'secret'"),
    having("$x = @{ Passphrase = 'secret' }"),
    having("$x = @'\nsecret\n'@"),
    having('$x = ConvertTo-SecureString -String $settings -AsPlainText -Force'),
  ],
  'reads a secret past the commands that module logging writes down': [
    secretive.replace(
      '  $ask = $json.DocumentElement\n',
      '  $ask = [Console]::In.ReadLine() | ConvertFrom-Json\n',
    ),
    secretive.replace(
      '  $ask = $json.DocumentElement\n',
      (line) =>
        `${line}  $x = New-Object -TypeName Net.NetworkCredential -ArgumentList 'x', $ask['password']\n`,
    ),
  ],
  'has a catch or finally for each try': [having("try { $x = 'catch' }")],
  'reads only variables that have a value, and takes none from Windows PowerShell': [
    having('$x = $setings'),
    having('$x.part = 1'),
    having('Set-OBMachineSetting @missing'),
    having('$input = 1'),
    having('foreach ($host in 1, 2) { $x = 1 }'),
    having('$true = 1'),
  ],
};

test('every rule has samples that break it', () => {
  expect(Object.keys(samples).sort()).toEqual(scriptRules.map((rule) => rule.name).sort());
});

describe.each(scriptRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  test.each(samples[name] ?? [])('bites on sample %#', (sample) => {
    expect(sample).not.toBe(good);
    expect(sample).not.toBe(secretive);
    expect(rule.findings(parse(sample))).not.toEqual([]);
  });

  test('lets the good scripts pass', () => {
    expect(rule.findings(parse(good))).toEqual([]);
    expect(rule.findings(parse(secretive))).toEqual([]);
  });
});

test('a word in a comment or a string is no finding of the rules about code', () => {
  const talkative = having("$x = 'a ?? b && c' # iex, $PSScriptRoot, || and ?");
  const rules = scriptRules.filter((rule) => /lacks|text as code|stands alone/.test(rule.name));

  expect(rules).toHaveLength(3);
  expect(rules.flatMap((rule) => rule.findings(parse(talkative)))).toEqual([]);
});
