import { asciiUpper } from './dotnet-text';
import type { SetupJournal } from './setup-journal';
import { parserTexts, usage } from './setup-texts';

const switches = [
  'Help',
  'Upgrade',
  'ShowThirdpartyEULA',
  'AcceptThirdpartyEULA',
  'SkipSpaceCheck',
  'SkipPrereqsCheck',
  'SkipTLSCheck',
  'SkipRegistration',
] as const;

const settings = [
  'ServerMode',
  'InstallLocation',
  'MySQLCredsFilePath',
  'VaultCredsFilePath',
  'EnvType',
  'PSIP',
  'AZUREIP',
  'CSIP',
  'PassphraseFilePath',
  'SourceConfigFilePath',
  'ProxySettingsFilePath',
  'DataTransferSecurePort',
] as const;

/** A parameter of UnifiedSetup that has no value of its own. */
export type SetupSwitch = (typeof switches)[number];
/** A parameter of UnifiedSetup that takes the next argument as its value. */
export type SetupSetting = (typeof settings)[number];
/** What the parser collected, in the vendor's spelling; a switch has the value `True`. */
export type SetupParameters = Partial<Record<SetupSwitch | SetupSetting, string>>;

export interface ParsedArguments {
  parameters: SetupParameters;
  /** The error that ended the parsing; the program goes on with what it has by then. */
  error: string | null;
}

type Parameter = { name: SetupSwitch; hasValue: false } | { name: SetupSetting; hasValue: true };

const byName = new Map<string, Parameter>([
  ...switches.map((name): [string, Parameter] => [
    name === 'Help' ? '?' : asciiUpper(name),
    { name, hasValue: false },
  ]),
  ...settings.map((name): [string, Parameter] => [asciiUpper(name), { name, hasValue: true }]),
]);

/**
 * Reads UnifiedSetup's arguments (`argv[0]` is the program). A name is known in any case after `/`
 * or `-`. The first token that is unknown, given twice or lacks its value ends the parsing without
 * ending the program (vendor source, WS/CommandlineParameters.cs, and observed in runs of it).
 */
export function parseSetupArguments(
  argv: readonly string[],
  journal: SetupJournal,
): ParsedArguments {
  const parameters: SetupParameters = {};
  const error = collect(argv.slice(1), parameters, journal);
  if (error !== null) reportParserError(error, journal);
  return { parameters, error };
}

function collect(
  tokens: readonly string[],
  parameters: SetupParameters,
  journal: SetupJournal,
): string | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    journal.trace(`Main : Parse argument ${token}`);
    const parameter = startsLikeName(token) ? byName.get(asciiUpper(token.slice(1))) : undefined;
    if (!parameter) return parserTexts.invalid(token);
    if (parameters[parameter.name] !== undefined) return parserTexts.alreadySpecified(token);
    if (parameter.hasValue) {
      at += 1;
      const value = tokens[at];
      if (value === undefined || startsLikeName(value)) return parserTexts.valueMissing(token);
      journal.trace(`${parameter.name} received`);
      parameters[parameter.name] = value;
    } else {
      parameters[parameter.name] = 'True';
    }
    journal.trace('Main : The argument was parsed, move to next one.');
  }
  return null;
}

function startsLikeName(token: string): boolean {
  return token.startsWith('/') || token.startsWith('-');
}

function reportParserError(error: string, journal: SetupJournal): void {
  journal.trace(
    `SpawnSetup : System.Exception: ${error}\n` +
      '   at UnifiedSetup.CommandlineParameters.ParseCommandline(String[] arguments)',
    `Quite mode Error: ${error}\n\n${usage}`,
  );
  journal.print(`${error}\n\n${usage}`);
}
