import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Check } from '../../../contract/check';
import { type Plan, secretsOf } from '../../../contract/plan';
import { checkCode } from '../../../main/reports/export/check-code';
import { exportPlan } from '../../../main/reports/export/export-plan';
import { literal } from '../../../main/reports/export/literal';
import { readers } from '../../../main/vendor/readers';
import { loadScriptParser, type ParsedScript } from '../powershell/parsed-script';
import { everyAction } from './every-kind';
import { plans } from './plans';
import { readLiteral } from './read-literal';

const readScript = (name: string) =>
  readFileSync(new URL(`../../../resources/powershell/${name}.ps1`, import.meta.url), 'utf8');

let parse: (text: string) => ParsedScript;
beforeAll(async () => {
  parse = await loadScriptParser();
});

function scriptOf(plan: Plan): string {
  const [script] = exportPlan(plan, readScript);
  if (!script) throw new Error('There is no script.');
  return script.text;
}

/** The script without the texts of the shipped scripts, which have tests of their own. */
function ownPart(plan: Plan): string {
  const text = scriptOf(plan);
  const from = text.indexOf('$scripts = @{');
  const to = text.indexOf('$system32 = ', from);
  return text.slice(0, from) + text.slice(to);
}

/** Commands of Windows PowerShell 4.0 that the script may call, with what they take. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'ConvertFrom-Json': ['InputObject'],
  'ForEach-Object': [],
  'Get-Service': ['ErrorAction'],
  'New-Object': ['TypeName', 'ArgumentList'],
  'Read-Host': ['Prompt', 'AsSecureString'],
  'Select-Object': ['First', 'Last', 'Unique'],
  'Set-StrictMode': ['Version'],
  'Sort-Object': [],
  'Start-Sleep': ['Seconds'],
  'Where-Object': [],
  'Write-Host': ['ForegroundColor'],
};

/** Variables that Windows PowerShell itself sets. */
const GIVEN = ['_', 'null', 'true', 'false', 'pshome', 'args', 'env:psmodulepath'];

const lower = (name: string) => name.toLowerCase();
const plainName = (name: string) => name.replace(/^script:/, '');

/** The functions of a script, and what is left without them. */
function partsOf(script: string) {
  const text = script.replaceAll('\r\n', '\n');
  const pattern = /^function ([\w-]+)[\s\S]*?^\}$/gm;
  const functions = [...text.matchAll(pattern)].map((match) => ({
    name: match[1] ?? '',
    text: match[0],
  }));
  return { outside: text.replace(pattern, ''), functions };
}

const parametersOf = (text: string) =>
  [...(text.split('\n')[0] ?? '').matchAll(/\$(\w+)/g)].map((match) => lower(match[1] ?? ''));

const withPlan = (plan: Plan, action: Plan['body']['steps'][number]['action']): Plan => ({
  ...plan,
  body: {
    ...plan.body,
    steps: plan.body.steps.slice(0, 1).map((step) => ({ ...step, action })),
  },
});

const checksOf = ({ body }: Plan): Check[] =>
  body.steps.flatMap(({ checks, skipWhen, rerunChecks }) => [
    ...checks,
    ...skipWhen,
    ...rerunChecks,
  ]);

describe.each(Object.entries(plans))('the exported plan "%s"', (_name, plan) => {
  test('can be read by Windows PowerShell', () => {
    expect(parse(scriptOf(plan).replaceAll('\r\n', '\n')).syntaxErrors).toEqual([]);
  });

  test('is plain ASCII with line ends of Windows', () => {
    for (const { text } of exportPlan(plan, readScript)) {
      expect(text).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/);
    }
  });

  test('shows every step in order, with its reason', () => {
    const text = ownPart(plan);
    let at = 0;
    plan.body.steps.forEach(({ title, reason }, index) => {
      const words = `Step ${index + 1} of ${plan.body.steps.length}: ${title}`;
      for (const shown of [words, reason]) {
        const found = text.indexOf(`Write-Host ${literal(shown)}`, at);
        expect(found, shown).toBeGreaterThan(at);
        at = found;
      }
    });
  });

  test('holds every check of the plan', () => {
    const text = ownPart(plan);
    for (const check of checksOf(plan)) expect(text).toContain(`{ ${checkCode(check)} }`);
    for (const { label, withinSeconds } of plan.body.steps.flatMap(({ checks }) => checks)) {
      expect(text).toContain(`-Label ${literal(label)} -Seconds ${withinSeconds} -Look {`);
    }
  });

  test('calls its own functions and known commands only, and no program by its bare name', () => {
    const { calls, functions } = parse(ownPart(plan).replaceAll('\r\n', '\n'));
    const names = calls.map(({ name }) => name).filter((name) => !name.startsWith('$'));
    const unknown = names.filter((name) => !functions.includes(name) && !(name in KNOWN));
    expect([...new Set(unknown)]).toEqual([]);
    const files = [...ownPart(plan).matchAll(/Invoke-Tool -File (?=['(])/g)].map(
      (match) => readLiteral(ownPart(plan), match.index + match[0].length)?.value,
    );
    for (const file of files) expect(file).toMatch(/^[A-Z]:\\/);
  });

  test('holds no function that it does not need and none twice', () => {
    const { functions, calls } = parse(ownPart(plan).replaceAll('\r\n', '\n'));
    expect(functions).toEqual([...new Set(functions)]);
    const called = new Set(calls.map(({ name }) => name));
    expect(functions.filter((name) => !called.has(name))).toEqual([]);
  });

  test('reads only variables that have a value where they are read', () => {
    const { outside, functions } = partsOf(ownPart(plan));
    const shared = [...GIVEN, ...parse(outside).assigned.map(plainName), 'after', 'scripts'];
    const found = [outside, ...functions.map(({ text }) => text)].flatMap((text) => {
      const { variables, assigned } = parse(text);
      const own = new Set([...assigned.map(plainName), ...parametersOf(text), ...shared]);
      return variables.map(plainName).filter((name) => !own.has(name));
    });
    // Blocks of code that are handed on see what the function around them knows.
    expect([...new Set(found)]).toEqual([]);
  });

  test('gives its functions and the known commands only what they take', () => {
    const { functions } = partsOf(ownPart(plan));
    const takes = new Map(Object.entries(KNOWN).map(([name, of]) => [name, of.map(lower)]));
    for (const { name, text } of functions) takes.set(name, parametersOf(text));
    const { calls } = parse(ownPart(plan).replaceAll('\r\n', '\n'));
    const wrong = calls.flatMap(({ name, parameters }) =>
      parameters
        .filter((parameter) => takes.get(name)?.includes(lower(parameter)) === false)
        .map((parameter) => `${name} -${parameter}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('runs no text as code and asks no product database', () => {
    const { code } = parse(ownPart(plan).replaceAll('\r\n', '\n'));
    const found = (text: string, pattern: RegExp) => text.match(pattern) ?? [];
    expect(
      found(code, /Invoke-Expression|\biex\b|\[ScriptBlock\]::|Start-Process|\.Invoke\(/gi),
    ).toEqual([]);
    expect(found(code, /\?\?|&&|\|\||::new\(|\bclass\s+\w+\s*\{/gi)).toEqual([]);
    expect(found(scriptOf(plan), /Win32_Product|\bwmic\b|AsPlainText/gi)).toEqual([]);
  });

  test('asks for each secret once, and gives it to files and shipped scripts only', () => {
    const names = new Set(plan.body.steps.flatMap(secretsOf));
    const text = ownPart(plan);
    expect(text.match(/= Read-Secret /g)?.length ?? 0).toBe(names.size);
    for (const line of text.split('\r\n').filter((one) => one.includes('$secrets['))) {
      expect(line).toMatch(/= Read-Secret |Join-Bytes -Parts|Invoke-Script |Receive-File /);
    }
    expect(text.match(/Invoke-Tool .*\$secrets/)).toBeNull();
  });

  test('holds the text of each shipped script that it runs, once', () => {
    const text = scriptOf(plan).replaceAll('\r\n', '\n');
    const names = [
      ...ownPart(plan).matchAll(
        /(?:Invoke-Script|Test-ScriptSays|Receive-File) .*?-Name '([\w-]+)'/g,
      ),
    ];
    for (const name of new Set(names.map((match) => match[1] ?? ''))) {
      const marker = `  '${name}' = '`;
      expect(text.split(marker)).toHaveLength(2);
      const from = text.indexOf(marker) + marker.length - 1;
      expect(readLiteral(text, from)?.value).toBe(readScript(name));
    }
  });

  test('is the same text for the same plan', () => {
    const again: Plan = { ...plan, body: structuredClone(plan.body) };
    expect(exportPlan(again, readScript)).toEqual(exportPlan(plan, readScript));
  });
});

const synthetic = plans.synthetic;
if (!synthetic) throw new Error('There is no synthetic plan.');
function planNamed(name: string): Plan {
  const plan = plans[name];
  if (!plan) throw new Error(`There is no plan ${name}.`);
  return plan;
}
const linesOf = (plan: Plan) => ownPart(plan).split('\r\n');
const lineOf = (plan: Plan, begin: string) =>
  linesOf(plan).find((line) => line.trim().startsWith(begin)) ?? '';

test('no value of a plan can begin a line of the script', () => {
  const lines = linesOf(synthetic);
  expect(lines.filter((line) => /^\s*#Requires/.test(line))).toEqual([
    '#Requires -Version 4.0',
    '#Requires -RunAsAdministrator',
  ]);
  expect(lines.filter((line) => line.trim().startsWith('Write-Host injected'))).toEqual([]);
});

test('says what it is before anything else', () => {
  const head = linesOf(synthetic).slice(0, 20).join('\n');
  expect(head).toContain(synthetic.id);
  expect(head).toContain(synthetic.hash);
  expect(head).toContain('never run on this server');
  expect(head).toContain('# - C:\\work\\in.txt');
});

test('a program gets its arguments one by one, whatever is in them', () => {
  const line = lineOf(synthetic, "$ran = Invoke-Tool -File 'C");
  let at = line.indexOf('-Arguments @(') + '-Arguments @('.length;
  for (const wanted of everyAction.run.args) {
    const seen = readLiteral(line, at);
    expect(seen?.value).toBe(wanted);
    at = (seen?.end ?? 0) + ', '.length;
  }
});

test('what is there for a while is put back in every ending', () => {
  const lines = linesOf(synthetic).map((line) => line.trim());
  expect(lines.slice(-6)).toEqual([
    "if ($current -ne '') { Write-Host ($words['stopped'] -f $current) }",
    '} finally {',
    'Remove-Temporaries',
    '}',
    'exit $exitCode',
    '',
  ]);
  expect(lineOf(synthetic, 'Set-PlanFile')).toContain(
    "-Temporary $true -KeepAs 'C:\\work\\in.before'",
  );
  expect(lineOf(synthetic, 'New-ProtectedFolder')).toContain('-Temporary $true');
});

test('goes on after a restart only behind a step that asked for one', () => {
  expect(ownPart(synthetic)).toContain("if (@('step-run') -notcontains $After) {");
  expect(ownPart(synthetic)).toContain("if ($restartAsked) { Stop-ForRestart -Id 'step-run' }");
  const prepare = plans.prepare;
  if (!prepare) throw new Error('There is no such plan.');
  expect(ownPart(prepare)).not.toContain('Stop-ForRestart');
  const [first] = prepare.body.steps;
  if (!first) throw new Error('There is no step.');
  const step = {
    ...first,
    id: 'restart',
    action: { kind: 'prove' as const },
    restart: 'yes' as const,
  };
  const restart = ownPart({ ...prepare, body: { ...prepare.body, steps: [step] } });
  expect(restart).toContain("if (@('restart') -notcontains $After) {");
  expect(restart).toContain("Stop-ForRestart -Id 'restart'");
});

test('a step keeps what it serves, what it follows and when it is left out', () => {
  expect(lineOf(synthetic, "$task = Get-Task -Id 'step-writeFile'")).toContain(
    "-Supports @('step-prove') -Follows @()",
  );
  expect(lineOf(synthetic, "$task = Get-Task -Id 'step-prove'")).toContain(
    "-Supports @() -Follows @('step-run')",
  );
});

test('a secret that goes into a file is asked for with the rules of that file', () => {
  const rules = (plan: Plan) =>
    Object.fromEntries(
      [...ownPart(plan).matchAll(/\$secrets\['(\w+)'\] = Read-Secret .*-Rule '(\w+)'/g)].map(
        (match) => [match[1], match[2]],
      ),
    );
  expect(rules(synthetic)).toEqual({ passphrase: 'passphrase', proxyPassword: 'any' });
  expect(rules(planNamed('set-up behind a proxy'))).toEqual({
    passphrase: 'passphrase',
    proxyPassword: 'settingsFile',
  });
});

test('a plan that removes for good asks for the name of the server', () => {
  expect(ownPart(synthetic)).toContain("Read-Host -Prompt $words['destructive']");
  const asking = Object.values(plans).filter((one) =>
    ownPart(one).includes("Read-Host -Prompt $words['destructive']"),
  );
  expect(asking).toEqual(Object.values(plans).filter(({ body }) => body.destructive));
  expect(asking.length).toBeLessThan(Object.keys(plans).length);
});

test('every reader of the program is known to the export', () => {
  for (const reader of Object.keys(readers.tools)) {
    const plan = withPlan(synthetic, { ...everyAction.run, reader });
    expect(() => exportPlan(plan, readScript), reader).not.toThrow();
  }
  for (const reader of Object.keys(readers.scripts)) {
    const plan = withPlan(synthetic, { ...everyAction.script, reader });
    expect(() => exportPlan(plan, readScript), reader).not.toThrow();
  }
  for (const reader of Object.keys(readers.settings)) {
    expect(() =>
      checkCode({
        kind: 'settingIs',
        label: '',
        withinSeconds: 0,
        path: 'C:\\x',
        reader,
        setting: 's',
        expected: 'e',
      }),
    ).not.toThrow();
  }
});

test('what it can not judge it does not export', () => {
  const unknown = withPlan(synthetic, { ...everyAction.run, reader: 'nobody' });
  expect(() => exportPlan(unknown, readScript)).toThrow(/nobody/);
  const odd: Plan = { ...synthetic, body: { ...synthetic.body, runbook: 'a&b' } };
  expect(() => exportPlan(odd, readScript)).toThrow(/file name/);
});

test('the command file starts the script beside it by full paths and ends with its code', () => {
  const [script, command] = exportPlan(synthetic, readScript);
  expect([script?.name, command?.name]).toEqual(['synthetic.ps1', 'synthetic.cmd']);
  const lines = command?.text.split('\r\n') ?? [];
  expect(lines[0]).toBe('@echo off');
  expect(lines).toContain('"%SYSTEM%\\fltmc.exe" >nul 2>&1');
  expect(lines).toContain(
    '"%SYSTEM%\\WindowsPowerShell\\v1.0\\powershell.exe" -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0synthetic.ps1" %*',
  );
  expect(lines[lines.indexOf(':notAdministrator') - 1]).toBe('exit /b %ERRORLEVEL%');
  expect(lines.some((line) => line.includes('Sysnative'))).toBe(true);
});
