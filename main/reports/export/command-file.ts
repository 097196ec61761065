import { text } from '../../../contract/text/export';

/** Words for `echo`: what cmd would act on is escaped. */
function echo(words: string): string {
  if (!/^[\x20-\x7e]+$/.test(words)) throw new Error('The command file is plain ASCII.');
  return `echo ${words.replace(/[&|<>^()!]/g, '^$&').replaceAll('%', '%%')}`;
}

/** The command file that starts `<name>.ps1` beside it and ends with its exit code. */
export function commandFile(name: string): string {
  return [
    '@echo off',
    'setlocal EnableExtensions DisableDelayedExpansion',
    `rem ${text.command.title}`,
    'set "SYSTEM=%SystemRoot%\\System32"',
    'if exist "%SystemRoot%\\Sysnative\\cmd.exe" set "SYSTEM=%SystemRoot%\\Sysnative"',
    '"%SYSTEM%\\fltmc.exe" >nul 2>&1',
    'if errorlevel 1 goto notAdministrator',
    `"%SYSTEM%\\WindowsPowerShell\\v1.0\\powershell.exe" -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0${name}.ps1" %*`,
    'exit /b %ERRORLEVEL%',
    ':notAdministrator',
    echo(text.command.notAdministrator),
    echo(text.command.next),
    'exit /b 1',
    '',
  ].join('\r\n');
}
