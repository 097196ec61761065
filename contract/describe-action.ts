import { commandLine } from './command-line';
import type { Plan, StepAction } from './plan';

/** Start types as `sc config` takes them. Source: Microsoft's documentation of sc.exe config. */
export const START_TYPE_WORDS = {
  automatic: 'auto',
  delayed: 'delayed-auto',
  manual: 'demand',
  disabled: 'disabled',
} as const;

/** How reg.exe is told which value is meant; nothing for the whole key. */
export function registryName(name: string | null): string[] {
  if (name === null) return [];
  return name === '' ? ['/ve'] : ['/v', name];
}

/** What a step does, exactly, in one or more lines; secrets show as dots. */
export function describeAction(action: StepAction): string {
  switch (action.kind) {
    case 'run':
      return [
        commandLine(action.file, action.args),
        ...(action.window?.values.map(({ label, value }) => `  ${label}: ${value ?? '••••'}`) ??
          []),
      ].join('\n');
    case 'uninstall':
      return commandLine(action.file, action.args);
    case 'script': {
      const input = [
        ...Object.entries(action.input).map(([name, value]) => `${name}=${value}`),
        ...Object.keys(action.secretInput).map((name) => `${name}=••••`),
      ];
      return `powershell.exe ${action.script}.ps1  (${input.join(', ')})`;
    }
    case 'protectedFolder':
      return `powershell.exe new-protected-folder.ps1  (path=${action.path})`;
    case 'copyFile':
      return `copy ${action.from}\n  to ${action.to}`;
    case 'writeFile':
      return `write ${action.path}\n${action.content
        .map((part) => ('text' in part ? part.text : '••••'))
        .join('')
        .trim()
        .replace(/^/gm, '  ')}`;
    case 'recordVerified':
      return `powershell.exe ${action.script}.ps1  (path=${action.path})\nSHA-256 ${action.path}`;
    case 'recordFolder':
      return `SHA-256 of all files in ${action.path}`;
    case 'download':
      return `powershell.exe ${action.script}.ps1  (${action.address}${
        action.input.proxyServer ? `, proxy=${action.input.proxyServer}` : ''
      })\n  to ${action.path}`;
    case 'remove':
      return `remove ${action.path}`;
    case 'service':
      return commandLine('sc.exe', [action.order, action.service]);
    case 'startType':
      return commandLine('sc.exe', [
        'config',
        action.service,
        'start=',
        START_TYPE_WORDS[action.startType],
      ]);
    case 'backUp':
      return [
        ...action.files.map((path) => `copy ${path}`),
        ...action.registry.map(
          ({ view, key }) => `${commandLine('reg.exe', ['export', key])} /reg:${view}`,
        ),
        `  to ${action.folder}`,
      ].join('\n');
    case 'putBack':
      return action.paths.map((path) => `put back ${path}`).join('\n');
    case 'changeSetting':
      return `${action.path}\n  ${action.setting}: "${action.from}" becomes "${action.to}"`;
    case 'chooseRow':
      return `${commandLine(action.program.file, action.program.args)}\n  choose the row: ${Object.values(
        action.choose,
      ).join(', ')}`;
    case 'restoreFile':
      return `copy ${action.from}\n  to ${action.to}`;
    case 'importKey':
      return `${commandLine('reg.exe', ['import', action.file])} /reg:${action.view}`;
    case 'removeRegistry':
      return action.entries
        .map(
          ({ key, name }) =>
            `${commandLine('reg.exe', ['delete', key, ...registryName(name), '/f'])} /reg:${action.view}`,
        )
        .join('\n');
    case 'prove':
      return '';
  }
}

function scriptOf(action: StepAction): string[] {
  if ('script' in action) return [action.script];
  return action.kind === 'protectedFolder' ? ['new-protected-folder'] : [];
}

/** Names of the shipped scripts that the steps of a plan run, each once, in order. */
export function scriptsOf(plan: Plan): string[] {
  return [...new Set(plan.body.steps.flatMap(({ action }) => scriptOf(action)))];
}
