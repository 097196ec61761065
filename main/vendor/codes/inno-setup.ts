import type { ProblemWords } from '../../../contract/text/set-up-codes';
import { text } from '../../../contract/text/set-up-installer-codes';

/** Exit codes of every installer made with Inno Setup. Source: its public documentation. */
export const innoSetupCodes: Readonly<Record<number, ProblemWords>> = text.inno;
