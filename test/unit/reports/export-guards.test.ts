import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Plan, PlanStep } from '../../../contract/plan';
import { text } from '../../../contract/text/export';
import { checkCode } from '../../../main/reports/export/check-code';
import { exportPlan } from '../../../main/reports/export/export-plan';
import { literal } from '../../../main/reports/export/literal';
import { passphraseProblem } from '../../../main/runbooks/fields';
import { everyAction, everyCheck } from './every-kind';
import { plans } from './plans';

const readScript = (name: string) =>
  readFileSync(new URL(`../../../resources/powershell/${name}.ps1`, import.meta.url), 'utf8');

const scriptOf = (plan: Plan) =>
  (exportPlan(plan, readScript)[0]?.text ?? '').replaceAll('\r\n', '\n');

/** The text of one function of an exported script; empty when it is not there. */
const functionOf = (plan: Plan, name: string) =>
  new RegExp(`^function ${name}\\b[\\s\\S]*?^\\}$`, 'm').exec(scriptOf(plan))?.[0] ?? '';

function planNamed(name: string): Plan {
  const plan = plans[name];
  if (!plan) throw new Error(`There is no plan ${name}.`);
  return plan;
}

/** The lines of a script that begin a step of that id, do it and prove it. */
function blockOf(plan: Plan, id: string): string[] {
  const [, after = ''] = scriptOf(plan).split(`$task = Get-Task -Id ${literal(id)} `);
  return (
    after
      .split('$task = Get-Task ')[0]
      ?.split('\n')
      .map((line) => line.trim()) ?? []
  );
}

const withSteps = (plan: Plan, steps: PlanStep[]): Plan => ({
  ...plan,
  body: { ...plan.body, steps },
});

const at = (lines: readonly string[], begin: string) =>
  lines.findIndex((line) => line.startsWith(begin));
const restartGuard = `Confirm-Check -Label ${literal(text.noRestartPending)} -Seconds 0 -Look { Test-NoRestartPending }`;

test.each(['set-up', 'set-up behind a proxy'])(
  'the script of %s starts no set-up beside another one, nor before a restart',
  (name) => {
    const plan = planNamed(name);
    const step = plan.body.steps.find(({ id }) => id === 'install');
    const processes = step?.rerunChecks.find(({ kind }) => kind === 'processAbsent');
    if (!step || !processes) throw new Error('There is no such step.');
    const lines = blockOf(plan, 'install');
    const order = [
      "if ($task -eq 'do') {",
      `Confirm-Check -Label ${literal(processes.label)} -Seconds 0 -Look { ${checkCode(processes)} }`,
      "Assert-Proven -Otherwise $words['setUpRuns']",
      restartGuard,
      "Assert-Proven -Otherwise $words['restartFirst']",
      '$ran = Invoke-Tool ',
    ].map((begin) => at(lines, begin));
    expect(order.every((line) => line >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const others = step.rerunChecks.filter(({ kind }) => kind !== 'processAbsent');
    for (const check of others) {
      const found = lines.findIndex((line) => line.includes(`{ ${checkCode(check)} }`));
      expect(found).toBeGreaterThan(order[0] ?? 0);
      expect(found).toBeLessThan(order[5] ?? 0);
    }
  },
);

test('only the first set-up of a plan looks for a restart: the first may leave one behind', () => {
  const run = planNamed('synthetic').body.steps.find(({ action }) => action.kind === 'run');
  if (!run) throw new Error('There is no such step.');
  const twice = withSteps(planNamed('synthetic'), [run, { ...run, id: 'again' }]);
  expect(blockOf(twice, 'step-run')).toContain(restartGuard);
  expect(blockOf(twice, 'again')).not.toContain(restartGuard);
  expect(blockOf(twice, 'again')).toContain("Assert-Proven -Otherwise $words['notReady']");
});

test('other programs and plans without set-up ask for no restart', () => {
  for (const name of ['prepare', 'download']) {
    expect(scriptOf(planNamed(name))).not.toContain('Test-NoRestartPending');
  }
});

test('a restart is looked for at the places the program looks at', () => {
  const guard = functionOf(planNamed('set-up'), 'Test-NoRestartPending');
  const shipped = readScript('read-activity');
  for (const place of [
    'SYSTEM\\CurrentControlSet\\Control\\Session Manager',
    'PendingFileRenameOperations',
    'Component Based Servicing\\RebootPending',
    'WindowsUpdate\\Auto Update\\RebootRequired',
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\',
  ]) {
    expect(shipped).toContain(place);
    expect(guard).toContain(place);
  }
});

test('a step that only proves stands between its neighbours with its checks', () => {
  const [first] = planNamed('synthetic').body.steps;
  if (!first) throw new Error('There is no such step.');
  const { verifiedCopy, folderAsRecorded } = everyCheck;
  const prove: PlanStep = {
    ...first,
    id: 'package',
    action: everyAction.prove,
    checks: [verifiedCopy, folderAsRecorded],
    skipWhen: [],
    supports: [],
    follows: [],
    rerunChecks: [],
  };
  const plan = withSteps(planNamed('synthetic'), [prove]);
  const lines = blockOf(plan, 'package');
  expect(lines).not.toContain("if ($task -eq 'do') {");
  const proof = lines.slice(at(lines, "if ($task -ne 'leave') {"));
  expect(proof.slice(1, 4)).toEqual([
    `Confirm-Check -Label ${literal(verifiedCopy.label)} -Seconds 0 -Look { ${checkCode(verifiedCopy)} }`,
    `Confirm-Check -Label ${literal(folderAsRecorded.label)} -Seconds 0 -Look { ${checkCode(folderAsRecorded)} }`,
    "Complete-Step -Id 'package'",
  ]);
  expect(functionOf(plan, 'Test-VerifiedCopy')).not.toBe('');
  expect(functionOf(plan, 'Test-FolderAsRecorded')).not.toBe('');
});

/** The exported rule, made of the comparisons that the function is written with. */
function passphraseRule(): (value: string) => boolean {
  const code = functionOf(planNamed('set-up'), 'Test-Passphrase');
  const holds = (left: number, operator: string, right: number) =>
    operator === 'ge' ? left >= right : operator === 'le' ? left <= right : left !== right;
  const rules = (variable: string) =>
    [...code.matchAll(new RegExp(`${variable} -(ge|le|ne) (\\d+)`, 'g'))].map(
      ([, operator = '', limit = '']) =>
        (left: number) =>
          holds(left, operator, Number(limit)),
    );
  const ofLength = rules('\\$Secret\\.Length');
  const ofSign = rules('\\$code');
  expect([ofLength.length, ofSign.length]).toEqual([1, 4]);
  return (value) =>
    ofLength.every((rule) => rule(value.length)) &&
    [...Array(value.length).keys()].every((index) =>
      ofSign.every((rule) => rule(value.charCodeAt(index))),
    );
}

test('the script takes the passphrases that the program takes, and no others', () => {
  const takesPassphrase = passphraseRule();
  const fifteen = 'x'.repeat(15);
  const signs = [...Array(0x180).keys(), 0x2019, 0xfeff].map((code) => String.fromCharCode(code));
  for (const value of [fifteen, ...signs.map((sign) => `${fifteen}${sign}`)]) {
    expect(takesPassphrase(value), JSON.stringify(value)).toBe(passphraseProblem(value) === null);
  }
});

test('a passphrase that is refused is told by its own rule', () => {
  const ask = functionOf(planNamed('set-up'), 'Read-Secret');
  expect(ask).toMatch(
    /-eq 'passphrase'\) \{\s+if \(Test-Passphrase [^\n]*return \$secret \}\s+Write-Host \$words\['passphraseSigns'\]/,
  );
  expect(text.words.passphraseSigns).toContain('at least 16 characters');
});

test('an original that was kept before is never written over by another file', () => {
  const place = functionOf(planNamed('prepare'), 'Set-PlanFile');
  const order = [
    "if ($KeepAs -ne '' -and [IO.File]::Exists($KeepAs)) {",
    '-cne (Get-Sha256 -Path $KeepAs)) {',
    "throw ($words['twoOriginals'] -f $KeepAs, $Path)",
    'Add-Temporary -Path $Path -Original $original',
    'Write-Bytes -Path $Path',
  ].map((line) => place.indexOf(line));
  expect(order.every((line) => line >= 0)).toBe(true);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  // Nothing is noted before: what nobody put there is not put back either.
  expect(place.match(/Add-Temporary/g)).toHaveLength(1);
  expect(text.words.twoOriginals).toMatch(/\{0\}.*\{1\}/);
});

test('a disk that is full ends a download at once, another part of it begins it anew', () => {
  const receive = functionOf(planNamed('download'), 'Receive-Once');
  expect(receive).toMatch(
    /-clike 'OtherRange: \*'\) \{[^}]*\[IO\.File\]::Delete\(\$Path \+ '\.part'\)/,
  );
  expect(receive).toMatch(/-ne 'System\.Net\.WebException'\) \{[^}]*\n\s+throw\n/);
  const run = functionOf(planNamed('download'), 'Invoke-Script');
  expect(run).toContain("$failure.Data['type'] = Get-FieldText -From $answer.error -Name 'type'");
});

test('what the proxy refuses is not put down to the download server', () => {
  const receive = functionOf(planNamed('download'), 'Receive-Once');
  expect(receive).toContain(
    "if ($outcome -eq 'proxyRefused') { throw ($words['downloadBlocked'] -f $code, $message) }",
  );
  expect(text.words.downloadBlocked).toContain('the proxy');
});

test('what tools print is read in the code page of the consoles, not in that of the formats', () => {
  const tool = functionOf(planNamed('set-up'), 'Invoke-Tool');
  expect(tool).toContain('$Encoding = Get-ConsoleEncoding');
  const page = functionOf(planNamed('set-up'), 'Get-ConsoleEncoding');
  expect(page).toContain("::GetValue($key, 'OEMCP', '437')");
  // The culture of a user may have no such page at all, and then no program could be started.
  expect(scriptOf(planNamed('set-up'))).not.toContain('OEMCodePage');
});

test('a stop that a starting service refused is given once more, and not for ever', () => {
  const order = functionOf(planNamed('synthetic'), 'Set-ServiceState');
  expect(order).toContain('$isNotNow = $isRefused -and ($passes -or -not $wasRefused)');
  expect(order).toContain("if ($fine -notcontains $ran['Code'] -and -not $isNotNow) {");
});

test('a file that a service has open can be read for a backup, as by the program', () => {
  const opened = scriptOf(planNamed('synthetic')).match(/\[IO\.File\]::Open\([^)]*'Read'[^)]*\)/g);
  expect(opened?.length).toBeGreaterThan(2);
  expect(opened?.filter((one) => !one.includes("'Read', 'ReadWrite, Delete')"))).toEqual([
    // The one that writes a download, which lets others look on.
    "[IO.File]::Open($ask.path, ''OpenOrCreate'', ''Write'', ''Read'')",
  ]);
});

test('a backup is named by the same calendar in every culture', () => {
  const backup = functionOf(planNamed('synthetic'), 'Save-Backup');
  expect(backup).toContain("$now.ToString('yyyyMMddHHmmss', $culture)");
  expect(backup).toContain('$culture = [Globalization.CultureInfo]::InvariantCulture');
});
