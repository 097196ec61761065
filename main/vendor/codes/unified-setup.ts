import { type ProblemWords, text } from '../../../contract/text/set-up-codes';
import type { MilestoneName } from '../set-up-milestones';

const { codes, ended } = text;

/**
 * Exit codes of UNIFIEDSETUP.EXE in silent mode. 0 and 3010 are the good ones; 201 is on the list,
 * but nothing returns it.
 * Source: vendor source, SetupFramework/SetupHelper.cs and WrapperSetup/Program.cs.
 */
export const unifiedSetupCodes: Readonly<Record<number, ProblemWords>> = {
  0: codes.finished,
  1: codes.partFailed,
  2: codes.arguments,
  4: codes.prerequisite,
  101: codes.provider,
  102: codes.services,
  103: codes.vault,
  111: codes.agent,
  112: codes.container,
  113: codes.registration,
  115: codes.proxy,
  116: codes.configurationManager,
  201: codes.alreadyInstalled,
  203: codes.upgradeRefused,
  3010: codes.restart,
};

/** The last milestone before each code. What is not here comes before the first one or never. */
export const unifiedSetupMilestones: Readonly<Record<number, readonly MilestoneName[]>> = {
  0: ['ending'],
  1: ['dependencies', 'processServer', 'masterTarget', 'configureMasterTarget'],
  2: ['passphrase'],
  4: ['passphrase'],
  102: ['registration', 'proxy'],
  103: ['registration'],
  111: ['agent'],
  112: ['registration'],
  113: ['registration'],
  115: ['proxy'],
  3010: ['ending'],
};

/** STATUS_CONTROL_C_EXIT and DBG_TERMINATE_PROCESS: the session of the program is signed out. */
const SIGNED_OUT = [0xc000013a, 0x40010004];
const DLL_INIT_FAILED = 0xc0000142;
const DLL_NOT_FOUND = 0xc0000135;
const DOT_NET_EXCEPTION = 0xe0434352;
/** Windows ends a program that crashed with an NTSTATUS error code. */
const FIRST_CRASH_CODE = 0xc0000000;
/** -1 is what a program chooses itself, or Task Manager for it. */
const MINUS_ONE = 0xffffffff;

/** How Windows ended a program with this code (32 bits, unsigned); null when it did not. */
export function endByWindows(code: number): ProblemWords | null {
  if (SIGNED_OUT.includes(code)) return ended.signedOut;
  if (code === DLL_INIT_FAILED) return ended.sessionClosing;
  if (code === DLL_NOT_FOUND) return ended.libraryMissing;
  if (code === DOT_NET_EXCEPTION) return ended.dotNet;
  return code >= FIRST_CRASH_CODE && code !== MINUS_ONE ? ended.crashed : null;
}

/** What an exit code of set-up means; unknown ones are said to be unknown. */
export function describeSetupExit(code: number): ProblemWords {
  return unifiedSetupCodes[code] ?? endByWindows(code) ?? codes.unknown;
}
