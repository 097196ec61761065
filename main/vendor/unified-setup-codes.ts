import type { Problem } from '../../contract/problem';
import { text } from '../../contract/text/set-up';

type Words = Pick<Problem, 'what' | 'meaning' | 'next'>;

/**
 * Exit codes of UNIFIEDSETUP.EXE in silent mode with what they mean.
 * Source: vendor source, SetupFramework/SetupHelper.cs and WrapperSetup/Program.cs; 0 and 3010 are
 * the good ones.
 */
const CODES: Readonly<Record<number, Words>> = text.setupExit;

/** Windows ends a program that crashed with an NTSTATUS error code. */
const FIRST_CRASH_CODE = 0xc0000000;

/** What an exit code of set-up means; unknown ones are said to be unknown. */
export function describeSetupExit(code: number): Words {
  if (code >= FIRST_CRASH_CODE) return text.setupCrashed;
  return CODES[code] ?? text.setupExitUnknown;
}
