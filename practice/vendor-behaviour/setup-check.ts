import type { UsedProxy } from './proxy-file';
import type { SetupParameters } from './setup-arguments';
import type { SetupEnvironment } from './setup-environment';
import type { SetupJournal } from './setup-journal';
import { usage } from './setup-texts';

/** What set-up works with after the arguments were checked. */
export interface SetupSettings {
  serverMode: 'CS' | 'PS';
  installLocation: string;
  /** Empty for VMware: the value is checked but not kept. */
  envType: '' | 'NonVMWare';
  csIp: string;
  /** Empty when a process server was there already: the file isn't looked at then. */
  passphraseFilePath: string;
  psIp: string;
  azureIp: string;
  /** Null means no proxy (`Bypass`). */
  proxy: UsedProxy | null;
  dataPort: string;
  skipSpaceCheck: boolean;
  skipPrereqsCheck: boolean;
  skipTlsCheck: boolean;
  skipRegistration: boolean;
}

/** Everything a check needs: what was given, where, and the log. */
export interface CheckInputs {
  given: SetupParameters;
  environment: SetupEnvironment;
  journal: SetupJournal;
}

/** Checks one thing and notes what it keeps; false ends set-up with exit code 2. */
export type SetupCheck = (inputs: CheckInputs, settings: SetupSettings) => boolean;

/** Ends set-up with an explanation. */
export function refuse(journal: SetupJournal, text: string): false {
  journal.explain(text);
  return false;
}

/** Ends set-up with an explanation and the usage after it. */
export function refuseWithUsage(journal: SetupJournal, text: string): false {
  journal.explain(text);
  journal.print(usage);
  return false;
}
