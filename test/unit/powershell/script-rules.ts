import { givenVariables, knownCommands, reservedVariables } from './known-commands';
import type { ParsedScript } from './parsed-script';

/** What a shipped script must keep to; `findings` is empty when it does. */
export interface ScriptRule {
  name: string;
  findings: (script: ParsedScript) => string[];
}

const longest = 39;
/** .NET has to be told a lot before it asks the internet as an admin expects it. */
const longestOfWebRequests = 119;
/** What a long script may print before its answer. */
const progressLine = '[Console]::WriteLine((ConvertTo-Json -InputObject $progress -Compress))';
const prologue = [
  'Set-StrictMode -Version 2.0',
  "$ErrorActionPreference = 'Stop'",
  "$ProgressPreference = $WarningPreference = 'SilentlyContinue'",
  "$env:PSModulePath = [IO.Path]::Combine($PSHOME, 'Modules')",
];
const epilogue = [
  '} catch {',
  '  $problem = $_.Exception.GetBaseException()',
  '  $why = @{ message = $problem.Message; type = $problem.GetType().FullName }',
  "  $answer = @{ kind = 'result'; ok = $false; error = $why }",
  '}',
  '[Console]::Out.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 5))',
];

export const scriptRules: readonly ScriptRule[] = [
  { name: 'parses', findings: (script) => script.syntaxErrors },
  {
    name: 'has fewer than 40 lines (120 when it asks the internet) of at most 100 signs',
    findings: ({ lines, code }) => [
      ...(lines.length > (code.includes('[Net.WebRequest]') ? longestOfWebRequests : longest)
        ? [`${lines.length} lines`]
        : []),
      ...lines.filter((line) => line.length > 100),
    ],
  },
  { name: 'is plain ASCII', findings: ({ text }) => text.match(/[^\n\x20-\x7e]/g) ?? [] },
  {
    name: 'says what it does and takes, then starts strictly and with the modules of Windows only',
    findings: ({ lines }) => {
      const header = headerOf(lines);
      return [
        ...(/^# .+ Input: \{[a-zA-Z, ]*\}$/.test(header.text) ? [] : [`header: ${header.text}`]),
        ...prologue.filter((line, index) => lines[header.lines + index] !== line),
      ];
    },
  },
  {
    name: 'ends with one answer, errors as data and no exit of its own',
    findings: ({ lines, code }) => [
      ...epilogue.filter((line, index) => lines[lines.length - epilogue.length + index] !== line),
      ...occursNot(1, code, /\[Console\]::Out\b/g),
      ...occursNot(2, code, /\$answer = @\{ kind =/g),
      ...found(code.replace(progressLine, ''), /\[Console\]::(Write|Error|OpenStandard)\w*/g),
    ],
  },
  {
    name: 'reads one line of standard input',
    findings: ({ code }) => [
      ...occursNot(1, code, /\[Console\]::In\.ReadLine\(\)/g),
      ...found(code, /\$input\b|\bRead-Host\b|\.ReadToEnd\(|\$args\b|^\s*param\b/gim),
    ],
  },
  {
    name: 'uses nothing that Windows PowerShell 5.1 lacks',
    // `?` alone is an alias and `$?` is not needed, so every `?` in code is a finding.
    findings: ({ code }) => found(code, /\?|&&|\|\||-Parallel\b|::new\(|\bclass\s+\w+\s*\{/gi),
  },
  {
    name: 'calls known commands by their whole names and parameters',
    findings: ({ calls, functions }) =>
      calls.flatMap(({ name, parameters, text }) => {
        if (functions.includes(name)) {
          return [];
        }
        const known = knownCommands[name];
        return known === undefined
          ? [text]
          : parameters.filter((parameter) => !known.includes(parameter));
      }),
  },
  {
    name: 'runs no text as code',
    findings: ({ code }) =>
      found(
        code,
        /Invoke-Expression|\biex\b|ScriptBlock|InvokeScript|-(Type|Member)Definition|Start-Process|\.Invoke\(/gi,
      ),
  },
  {
    name: 'asks neither Win32_Product nor wmic',
    findings: ({ text }) => found(text, /Win32_Product|\bwmic\b/gi),
  },
  {
    name: 'imports modules by an absolute path only',
    findings: ({ calls, text }) =>
      calls
        .filter(({ name }) => name === 'Import-Module')
        .filter(({ text: call }) => {
          const variable = /^Import-Module -Name \$(\w+)( -DisableNameChecking)?\s*$/.exec(
            call,
          )?.[1];
          return variable === undefined || !isAbsolute(text, variable);
        })
        .map((call) => call.text),
  },
  {
    name: 'stands alone',
    findings: ({ code }) => found(code, /PSScriptRoot|PSCommandPath|(^|\s)\.\s+\S/gm),
  },
  {
    name: 'holds no secret',
    findings: ({ text, code }) => [
      ...found(text, /(password|passphrase|secret|token)\w*['"]?\s*=\s*\(?['"]/gi),
      ...found(text, /@['"]\n/g),
      ...found(code, /AsPlainText|\bConvertTo-SecureString\b/gi),
    ],
  },
  {
    name: 'reads a secret past the commands that module logging writes down',
    findings: ({ lines, code, calls }) =>
      /Input: \{.*password.*\}/.test(headerOf(lines).text)
        ? [
            ...found(code, /ConvertFrom-Json/g),
            ...calls.map((call) => call.text).filter((call) => /password/i.test(call)),
          ]
        : [],
  },
  { name: 'has a catch or finally for each try', findings: ({ lonelyTries }) => lonelyTries },
  {
    name: 'reads only variables that have a value, and takes none from Windows PowerShell',
    findings: ({ variables, assigned }) => [
      ...variables.filter(
        (name) =>
          !assigned.includes(name) && !givenVariables.includes(name) && !name.startsWith('env:'),
      ),
      ...assigned.filter(
        (name) =>
          reservedVariables.includes(name) || (givenVariables.includes(name) && name !== 'null'),
      ),
    ],
  },
];

/** The comment at the very beginning as one line. */
function headerOf(lines: readonly string[]): { text: string; lines: number } {
  const end = lines.findIndex((line) => !line.startsWith('# '));
  const header = lines.slice(0, Math.max(end, 0));
  return { text: header.join(' ').replaceAll(' # ', ' '), lines: header.length };
}

function isAbsolute(text: string, variable: string): boolean {
  const system = new RegExp(
    String.raw`^\s*\$${variable} = "\$PSHOME\\Modules\\[\w.\\]+\.psd1"$`,
    'm',
  );
  const guarded = new RegExp(
    String.raw`^\s*if \(-not \[IO\.Path\]::IsPathRooted\(\$${variable}\)\) \{ throw `,
    'm',
  );
  return system.test(text) || guarded.test(text);
}

function found(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

function occursNot(times: number, text: string, pattern: RegExp): string[] {
  const count = found(text, pattern).length;
  return count === times ? [] : [`${count} times ${pattern.source}`];
}
