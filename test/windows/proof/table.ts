import { fileProofs } from './files';
import { processProofs } from './processes';
import type { Proof } from './proof';
import { serverProofs } from './server';
import { stateProofs } from './state';

/**
 * For every function of main/host, by file and name: the cases that run it on parts we did not
 * write, or why none does. docs/windows-proof.md is written from it.
 */
export const proofTable: Readonly<Record<string, Readonly<Record<string, Proof>>>> = {
  ...processProofs,
  ...fileProofs,
  ...serverProofs,
  ...stateProofs,
};
