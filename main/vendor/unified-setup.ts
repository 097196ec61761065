import type { ToolJudgement, ToolOutcome, ToolReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { text } from '../../contract/text/set-up';
import { describeSetupExit } from './unified-setup-codes';

export const UNIFIED_SETUP_LOG = 'ASRSetupLogs\\ASRUnifiedSetup.log';

export interface UnifiedSetupCommand {
  packageFolder: ServerPath;
  installFolder: ServerPath;
  csAddress: string;
  passphraseFile: ServerPath;
  proxyFile: ServerPath | null;
  environment: 'VMWare' | 'NonVMWare';
  dataAddress: string;
  dataPort: number;
  skipSpaceCheck: boolean;
}

/**
 * The command line of a silent installation of a process server. Only arguments that the real
 * grammar takes: an unknown one would silently drop all that follow. Paths carry no trailing
 * backslash, because it would escape the quote of a sub-command.
 */
export function unifiedSetupCommand(command: UnifiedSetupCommand): {
  file: ServerPath;
  args: string[];
} {
  return {
    file: joinServerPath(command.packageFolder, 'UNIFIEDSETUP.EXE'),
    args: [
      '/AcceptThirdpartyEULA',
      '/ServerMode',
      'PS',
      '/InstallLocation',
      command.installFolder,
      '/EnvType',
      command.environment,
      '/CSIP',
      command.csAddress,
      '/PassphraseFilePath',
      command.passphraseFile,
      '/PSIP',
      command.dataAddress,
      '/DataTransferSecurePort',
      String(command.dataPort),
      ...(command.proxyFile === null ? [] : ['/ProxySettingsFilePath', command.proxyFile]),
      ...(command.skipSpaceCheck ? ['/SkipSpaceCheck'] : []),
    ],
  };
}

/** Milestones of the log with the share of the whole run that is over when they come. */
const MILESTONES: readonly { says: RegExp; fraction: number; milestone: string }[] = [
  {
    says: /^Validating connection passphrase/,
    fraction: 0.01,
    milestone: text.milestones.passphrase,
  },
  {
    says: /^Currently: Installing third-party components/,
    fraction: 0.03,
    milestone: text.milestones.dependencies,
  },
  {
    says: /^Currently: Installing the process server/,
    fraction: 0.25,
    milestone: text.milestones.processServer,
  },
  {
    says: /^Currently: Installing the master target server/,
    fraction: 0.47,
    milestone: text.milestones.masterTarget,
  },
  {
    says: /UnifiedAgentConfigurator\.exe/,
    fraction: 0.6,
    milestone: text.milestones.configureMasterTarget,
  },
  {
    says: /^Currently: Installing Microsoft Azure Recovery Service Agent/,
    fraction: 0.7,
    milestone: text.milestones.agent,
  },
  {
    says: /^Currently: Registering with service/,
    fraction: 0.8,
    milestone: text.milestones.registration,
  },
  {
    says: /^Setting up the proxy for the MARS agent/,
    fraction: 0.95,
    milestone: text.milestones.proxy,
  },
  { says: /^Application Ended/, fraction: 0.99, milestone: text.milestones.ending },
];

/** Every line of the log but the first begins with a 12-hour clock. */
const PREFIX = /^(?:0[1-9]|1[0-2]):[0-5]\d:[0-5]\d:/;
const SESSION_STARTED =
  /^\uFEFF?(\d{4}-\d\d-\d\dT[\d:.]+(?:[+-]\d\d:\d\d|Z))\t.*Trace Session Started/;
const TELLING =
  /Quite mode Error|failed|Failed|Aborting|not valid|Invalid|missing|Unable|Exit code returned by (?:command|unified setup):\s*-?[1-9]/;

function tellingLines(log: string): string[] {
  return log
    .split(/\r?\n/)
    .map((line) => line.replace(PREFIX, ''))
    .filter((line) => TELLING.test(line))
    .slice(-8);
}

function judge(outcome: ToolOutcome): ToolJudgement {
  const facts = { exitCode: String(outcome.code) };
  if (/Quite mode Error/.test(outcome.log)) {
    const problem = {
      ...text.quietError,
      toolWords: tellingLines(outcome.log),
      code: String(outcome.code),
    };
    return { problem, facts, restart: false };
  }
  if ((outcome.code === 0 || outcome.code === 3010) && outcome.log === '') {
    return {
      problem: { ...text.logMissing, toolWords: [], code: String(outcome.code) },
      facts,
      restart: false,
    };
  }
  if (outcome.code === 0 || outcome.code === 3010) {
    return { problem: null, facts, restart: outcome.code === 3010 };
  }
  const problem = {
    ...describeSetupExit(outcome.code),
    toolWords: tellingLines(outcome.log),
    code: String(outcome.code),
  };
  return { problem, facts, restart: false };
}

/** Reads UNIFIEDSETUP.EXE by its log and exit code; its console says nothing that could be used. */
export const unifiedSetupReader: ToolReader = {
  judge,
  progress(logLine) {
    const message = logLine.replace(PREFIX, '');
    const milestone = MILESTONES.find(({ says }) => says.test(message));
    return milestone ? { milestone: milestone.milestone, fraction: milestone.fraction } : null;
  },
  logBelongsTo(log, startedAt) {
    const begun = SESSION_STARTED.exec(log)?.[1];
    return begun !== undefined && Date.parse(begun) >= startedAt.getTime() - 2000;
  },
};
