import { registryName, START_TYPE_WORDS } from '../../../contract/describe-action';
import type { PlanStep, StepAction } from '../../../contract/plan';
import { text } from '../../../contract/text/export';
import { list, listProgramArguments, literal, table } from './literal';

type ActionOf<K extends StepAction['kind']> = Extract<StepAction, { kind: K }>;

/** Functions that judge a program, by the name of the reader that does it in this program. */
const TOOL_JUDGES: Readonly<Record<string, string>> = {
  unifiedSetup: 'Assert-UnifiedSetup',
  fingerprintTest: 'Assert-FingerprintTest',
  unpack: 'Assert-Unpack',
  terms: 'Assert-Terms',
  serviceCommand: 'Assert-ServiceCommand',
  registration: 'Assert-Registration',
  configTool: 'Assert-ConfigTool',
  renewal: 'Assert-Renewal',
  linkCommand: 'Assert-Link',
  windowsInstallerRemoval: 'Assert-Removal',
  innoRemoval: 'Assert-Removal',
  removingCommand: 'Assert-Removal',
  processServerRemoval: 'Assert-Removal',
};

/** Functions that judge the answer of a shipped script, likewise. */
const SCRIPT_JUDGES: Readonly<Record<string, string>> = {
  signature: 'Get-SignatureFacts',
  proxyRoute: 'Get-RouteFacts',
  defender: 'Get-DefenderFacts',
  plain: 'Get-PlainFacts',
};

/** Readers of lists that the export knows. */
const LIST_JUDGES: Readonly<Record<string, string>> = { unregisterComponent: 'Set-ChosenRow' };

function judgeOf(judges: Readonly<Record<string, string>>, reader: string): string {
  const judge = judges[reader];
  if (!judge) throw new Error(`The export can not judge what the reader ${reader} reads.`);
  return judge;
}

/** Functions that change a setting, by the name of the reader of the form. */
const WRITERS: Readonly<Record<string, string>> = { whole: 'WholeSetting' };

function noWriter(reader: string): never {
  throw new Error(`The export can not change settings of the form ${reader}.`);
}

const flag = (value: boolean) => (value ? '$true' : '$false');

export const secretVariable = (name: string) => `$secrets[${literal(name)}]`;

/** Fields for a shipped script; a secret is named, and filled in only on the way to the script. */
function fields(
  input: Readonly<Record<string, string>>,
  secretInput: Readonly<Record<string, string>>,
): string {
  const rows = [
    ...Object.entries(input).map(([name, value]) => [name, literal(value)] as const),
    ...Object.entries(secretInput).map(([name, secret]) => [name, secretVariable(secret)] as const),
  ];
  return table(Object.fromEntries(rows));
}

/** A step that is nothing but a restart of Windows, which is left to the admin. */
const isRestart = ({ action, restart }: PlanStep) => action.kind === 'prove' && restart === 'yes';

/** Steps that the script can go on after when Windows was restarted. */
export const mayAskForRestart = (step: PlanStep) =>
  isRestart(step) ||
  ((step.action.kind === 'run' || step.action.kind === 'uninstall') && step.restart !== 'no');

function runCode(action: ActionOf<'run'>, step: PlanStep): string[] {
  const { file, args, cwd, timeoutSeconds, log, window } = action;
  const kept = action.keepOutputAs;
  // A window in which somebody works is never closed by force.
  const keepsRunning = step.cancel === 'never' || window !== undefined;
  const toEnter =
    window?.values.map(({ label, value }) => `  ${label}: ${value ?? text.typeYourself}`) ?? [];
  return [
    ...toEnter.map((line) => `Write-Host ${literal(line)} -ForegroundColor Yellow`),
    '$started = [DateTime]::UtcNow',
    ...(log === null ? [] : [`$before = [string](Read-Text -Path ${literal(log)})`]),
    `$ran = Invoke-Tool -File ${literal(file)} -Arguments ${list(args)} -Folder ${literal(cwd)}` +
      ` -Seconds ${timeoutSeconds} -Log ${literal(log ?? '')}` +
      ` -KeepRunning ${flag(keepsRunning)} -OnLine { Write-Host ('  ' + $args[0]) }`,
    log === null
      ? "$said = ''"
      : `$said = Get-LogOfRun -Path ${literal(log)} -Before $before -Started $started`,
    `${judgeOf(TOOL_JUDGES, action.reader)} -Ran $ran -Log $said`,
    ...(window === undefined
      ? []
      : [`Assert-Saved -Paths ${list(window.writes)} -Started $started`]),
    ...(kept === undefined
      ? []
      : [
          "$printed = $ran['Output'].ToArray() -join ([string][char]13 + [string][char]10)",
          `Write-Bytes -Path ${literal(kept)} -Bytes (Join-Bytes -Parts @($printed))`,
        ]),
    ...(mayAskForRestart(step)
      ? [`if ($restartAsked) { Stop-ForRestart -Id ${literal(step.id)} }`]
      : []),
  ];
}

/**
 * The uninstaller returns before it is done; the checks of the step wait for the rest. Taken up
 * again, the program can be gone already, with the copy of its uninstaller still at work.
 */
function uninstallCode(action: ActionOf<'uninstall'>, step: PlanStep): string[] {
  const { displayName, alsoGoes, waitSeconds } = action;
  return [
    `if ($null -ne (Get-ProductVersion -DisplayName ${literal(displayName)})) {`,
    ...runCode({ ...action, kind: 'run', survives: true }, step).map((line) => `  ${line}`),
    ...[displayName, ...alsoGoes].map(
      (name) => `  Wait-ProgramGone -DisplayName ${literal(name)} -Seconds ${waitSeconds}`,
    ),
    '}',
  ];
}

function scriptCode(action: ActionOf<'script'>): string[] {
  const { script, input, secretInput, timeoutSeconds } = action;
  return [
    `$answer = Invoke-Script -Name ${literal(script)} -Fields ${fields(input, secretInput)}` +
      ` -Seconds ${timeoutSeconds}`,
    `$null = ${judgeOf(SCRIPT_JUDGES, action.reader)} -Answer $answer`,
  ];
}

function writeFileCode(action: ActionOf<'writeFile'>): string[] {
  const parts = action.content.map((part) =>
    'text' in part ? literal(part.text) : secretVariable(part.secret),
  );
  return [
    `$content = Join-Bytes -Parts @(${parts.join(', ')})`,
    `Set-PlanFile -Path ${literal(action.path)} -Bytes $content` +
      ` -Temporary ${flag(action.temporary)} -KeepAs ${literal(action.keepOriginalAs ?? '')}`,
  ];
}

function recordVerifiedCode(action: ActionOf<'recordVerified'>): string[] {
  const path = literal(action.path);
  const record = literal(action.recordPath);
  return [
    `if ([IO.File]::Exists(${record})) { [IO.File]::Delete(${record}) }`,
    `$hash = Get-Sha256 -Path ${path}`,
    `$answer = Invoke-Script -Name ${literal(action.script)} -Fields @{ path = ${path} } -Seconds 600`,
    `$facts = ${judgeOf(SCRIPT_JUDGES, action.reader)} -Answer $answer`,
    "$facts['sha256'] = $hash",
    `Write-Bytes -Path ${record} -Bytes (Get-Json -Fields $facts)`,
  ];
}

function downloadCode(action: ActionOf<'download'>): string[] {
  return [
    `Receive-File -Address ${literal(action.address)} -AllowedHosts ${list(action.allowedHosts)}` +
      ` -Path ${literal(action.path)} -RecordPath ${literal(action.recordPath)}` +
      ` -Expected ${literal(action.expectedSha256 ?? '')} -Name ${literal(action.script)}` +
      ` -Fields ${fields(action.input, action.secretInput)} -Seconds ${action.timeoutSeconds}`,
  ];
}

/** The lines of PowerShell that do what a step does. */
export function actionCode(step: PlanStep): string[] {
  const { action } = step;
  switch (action.kind) {
    case 'run':
      return runCode(action, step);
    case 'script':
      return scriptCode(action);
    case 'protectedFolder':
      return [
        `New-ProtectedFolder -Path ${literal(action.path)} -Temporary ${flag(action.temporary)}`,
      ];
    case 'copyFile':
      return [`Copy-Bytes -From ${literal(action.from)} -To ${literal(action.to)}`];
    case 'writeFile':
      return writeFileCode(action);
    case 'recordVerified':
      return recordVerifiedCode(action);
    case 'recordFolder':
      return [
        `Save-FolderRecord -Path ${literal(action.path)} -RecordPath ${literal(action.recordPath)}`,
      ];
    case 'download':
      return downloadCode(action);
    case 'remove':
      return [`Remove-Within -Path ${literal(action.path)} -Within ${literal(action.within)}`];
    case 'service':
      return [
        `Set-ServiceState -Name ${literal(action.service)} -Order ${literal(action.order)}` +
          ` -Seconds ${action.seconds}`,
      ];
    case 'startType':
      return [
        `Set-StartType -Name ${literal(action.service)}` +
          ` -Word ${literal(START_TYPE_WORDS[action.startType])}`,
      ];
    case 'backUp':
      return [
        `Save-Backup -Folder ${literal(action.folder)} -Files ${list(action.files)}` +
          ` -Views ${list(action.registry.map(({ view }) => view))}` +
          ` -Keys ${list(action.registry.map(({ key }) => key))}`,
      ];
    case 'putBack':
      return action.paths.map((path) => `Restore-Temporary -Path ${literal(path)}`);
    case 'changeSetting':
      return [
        `Set-${WRITERS[action.reader] ?? noWriter(action.reader)} -Path ${literal(action.path)}` +
          ` -Name ${literal(action.setting)} -From ${literal(action.from)} -To ${literal(action.to)}`,
      ];
    case 'uninstall':
      return uninstallCode(action, step);
    case 'chooseRow':
      judgeOf(LIST_JUDGES, action.program.reader);
      return [`Set-ChosenRow ${listProgramArguments(action.program, action.choose)}`];
    case 'restoreFile':
      return [`Restore-File -From ${literal(action.from)} -To ${literal(action.to)}`];
    case 'importKey':
      return [`Import-Key -View ${literal(action.view)} -File ${literal(action.file)}`];
    case 'removeRegistry':
      return action.entries.map(
        ({ key, name }) =>
          `Remove-Registry -View ${literal(action.view)} -Key ${literal(key)}` +
          ` -Arguments ${list(registryName(name))}`,
      );
    case 'prove':
      return isRestart(step) ? [`Stop-ForRestart -Id ${literal(step.id)}`] : [];
  }
}
