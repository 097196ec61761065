import type { ToolJudgement, ToolOutcome, ToolReader } from '../../contract/reader';
import { joinServerPath, type ServerPath } from '../../contract/server-path';
import { explainSetUpFailure } from './set-up-failure';
import { readSetUpLog, sessionStart, withoutClock } from './set-up-log';
import { milestoneIn } from './set-up-milestones';

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
  /** Another address of this server towards Azure; null when there is none. */
  azureAddress: string | null;
  skipSpaceCheck: boolean;
  skipPrerequisites: boolean;
  skipTls: boolean;
  skipRegistration: boolean;
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
      ...(command.azureAddress === null ? [] : ['/AZUREIP', command.azureAddress]),
      ...(command.skipSpaceCheck ? ['/SkipSpaceCheck'] : []),
      ...(command.skipPrerequisites ? ['/SkipPrereqsCheck'] : []),
      ...(command.skipTls ? ['/SkipTLSCheck'] : []),
      ...(command.skipRegistration ? ['/SkipRegistration'] : []),
    ],
  };
}

/**
 * The command line of a silent upgrade. Nothing but `/SkipPrereqsCheck` may stand beside `/Upgrade`:
 * set-up refuses every other switch, and more than two, with 2.
 */
export function unifiedUpgradeCommand(
  packageFolder: ServerPath,
  skipPrerequisites: boolean,
): { file: ServerPath; args: string[] } {
  return {
    file: joinServerPath(packageFolder, 'UNIFIEDSETUP.EXE'),
    args: ['/Upgrade', ...(skipPrerequisites ? ['/SkipPrereqsCheck'] : [])],
  };
}

/** Set-up's own codes for success, the second one with a restart of Windows. */
const SUCCESSFUL = 0;
const RESTART_NEEDED = 3010;

/**
 * A run is good only when its exit code is and its log is there to tell that no token was dropped:
 * the exit code does not tell that.
 */
function judge(outcome: ToolOutcome): ToolJudgement {
  const { code, log } = outcome;
  const hasGoodCode = code === SUCCESSFUL || code === RESTART_NEEDED;
  if (!hasGoodCode || log === '' || readSetUpLog(log).quietErrors.length > 0) {
    return { ...explainSetUpFailure(code, log), restart: false };
  }
  return {
    problem: null,
    facts: { exitCode: String(code) },
    restart: code === RESTART_NEEDED,
  };
}

/** Reads UNIFIEDSETUP.EXE by its log and exit code; its console says nothing that could be used. */
export const unifiedSetupReader: ToolReader = {
  judge,
  progress(logLine) {
    const milestone = milestoneIn(withoutClock(logLine));
    return milestone ? { milestone: milestone.words, fraction: milestone.fraction } : null;
  },
  logBelongsTo(log, startedAt) {
    const begun = sessionStart(log);
    return begun !== null && Date.parse(begun) >= startedAt.getTime() - 2000;
  },
  putAwayTo(log) {
    const at = log.lastIndexOf('\\');
    return { folder: joinServerPath(log.slice(0, at), 'Backup'), nameEnd: log.slice(at + 1) };
  },
};
