import { type Plan, type PlanStep, secretsOf } from '../../../contract/plan';
import { text } from '../../../contract/text/export';
import { mayAskForRestart, secretVariable } from './action-code';
import { comment, list, literal, scriptLiteral } from './literal';

const words = text.head;

/** Places that hold something only while the plan is carried out. */
function temporaryPlaces(steps: readonly PlanStep[]): string[] {
  return steps.flatMap(({ action }) => {
    if (action.kind === 'protectedFolder') return action.temporary ? [action.path] : [];
    if (action.kind !== 'writeFile' || !action.temporary) return [];
    return [action.path, ...(action.keepOriginalAs === null ? [] : [action.keepOriginalAs])];
  });
}

function secretPlaces(steps: readonly PlanStep[]): string[] {
  return steps.flatMap(({ action }) =>
    action.kind === 'writeFile' && action.content.some((part) => 'secret' in part)
      ? [action.path]
      : [],
  );
}

const listed = (title: string, rows: readonly string[]) =>
  rows.length === 0 ? [] : [comment(title), ...rows.map((row) => comment(`- ${row}`))];

/** Comments for whoever reads the script before running it. */
export function headComment({ id, hash, body }: Plan): string[] {
  return [
    '#Requires -Version 4.0',
    '#Requires -RunAsAdministrator',
    comment(words.what(body.title, body.serverName)),
    comment(words.exported),
    comment(words.plan(id, hash)),
    comment(words.how(`${body.runbook}.cmd`)),
    comment(words.once),
    comment(words.restart),
    comment(words.shipped),
    ...listed(words.secrets, secretPlaces(body.steps)),
    ...listed(words.interrupted, temporaryPlaces(body.steps)),
    ...listed(words.notes, body.notes),
  ];
}

/** Parameter and settings; nothing may stand before the parameter but comments. */
export const start = (): string[] => [
  "param([string]$After = '')",
  'Set-StrictMode -Version 2.0',
  "$ErrorActionPreference = 'Stop'",
  "$ProgressPreference = 'SilentlyContinue'",
  "$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')",
];

export function shippedScripts(
  names: readonly string[],
  readScript: (name: string) => string,
): string[] {
  const rows = names.map((name) => `  ${literal(name)} = ${scriptLiteral(readScript(name))}`);
  return ['$scripts = @{', ...rows, '}'];
}

/** What the script remembers while it runs. */
export function memory(steps: readonly PlanStep[]): string[] {
  return [
    '$system32 = [Environment]::SystemDirectory',
    "$powershell = $system32 + '\\WindowsPowerShell\\v1.0\\powershell.exe'",
    '$windows = [IO.Path]::GetDirectoryName($system32)',
    "$scriptFolder = $windows + '\\Temp\\psm-' + [Guid]::NewGuid().ToString()",
    '$temporaries = New-Object -TypeName Collections.ArrayList',
    '$unproven = New-Object -TypeName Collections.ArrayList',
    '$secrets = @{}',
    '$restartAsked = $false',
    '$exitCode = 1',
    "$current = ''",
    `$stepIds = ${list(steps.map(({ id }) => id))}`,
    '$status = @{}',
    "foreach ($id in $stepIds) { $status[$id] = 'waiting' }",
  ];
}

/** What is looked at before anything is done. */
export function beginning(plan: Plan): string[] {
  const server = literal(plan.body.serverName);
  const restarts = plan.body.steps.filter(mayAskForRestart).map(({ id }) => id);
  return [
    "if (-not [Environment]::Is64BitProcess) { throw $words['needs64Bit'] }",
    "if ($After -ne '') {",
    `  if (${list(restarts)} -notcontains $After) { throw ($words['unknownStep'] -f $After) }`,
    '  foreach ($id in $stepIds) {',
    "    $status[$id] = 'done'",
    "    if ($id -eq $After) { $status[$id] = 'toProve'; break }",
    '  }',
    '}',
    '# A byte order mark would come before what is written to the standard input of a program.',
    'if ([Console]::InputEncoding.GetPreamble().Length -gt 0) {',
    '  [Console]::InputEncoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false',
    '}',
    `Write-Host ${literal(plan.body.title)} -ForegroundColor Cyan`,
    `if ([Environment]::MachineName -ne ${server}) {`,
    `  Write-Host ($words['otherServer'] -f ${server}, [Environment]::MachineName)`,
    '}',
    ...(plan.body.destructive
      ? [
          "$typed = Read-Host -Prompt $words['destructive']",
          "if ($typed -ne [Environment]::MachineName) { throw $words['notConfirmed'] }",
        ]
      : []),
  ];
}

/** What a secret has to keep to: a passphrase is the same one wherever it goes. */
function ruleOf(name: string, steps: readonly PlanStep[]): 'passphrase' | 'settingsFile' | 'any' {
  if (name === 'passphrase') return 'passphrase';
  const isForFile = steps.some(
    (step) => step.action.kind === 'writeFile' && secretsOf(step).includes(name),
  );
  return isForFile ? 'settingsFile' : 'any';
}

/** Asks for the secrets of the steps that are still to come, each once. */
export function secretQuestions(steps: readonly PlanStep[]): string[] {
  const names = [...new Set(steps.flatMap(secretsOf))];
  return names.flatMap((name) => {
    const open = steps
      .filter((step) => secretsOf(step).includes(name))
      .map(({ id, supports }) => `(Test-Open -Id ${literal(id)} -Supports ${list(supports)})`);
    const prompt = literal(text.secretNames[name] ?? name);
    return [
      `if (${open.join(' -or ')}) {`,
      `  ${secretVariable(name)} = Read-Secret -Prompt ${prompt} -Rule '${ruleOf(name, steps)}'`,
      '}',
    ];
  });
}

export const ending: readonly string[] = [
  "  Write-Host ''",
  "  Write-Host $words['finished'] -ForegroundColor Green",
  '  $exitCode = 0',
  '} catch {',
  "  Write-Host ''",
  '  $why = $_.Exception.GetBaseException().Message',
  '  Write-Host $why -ForegroundColor Red',
  "  if ($current -ne '') { Write-Host ($words['stopped'] -f $current) }",
  '} finally {',
  '  Remove-Temporaries',
  '}',
  'exit $exitCode',
  '',
];
