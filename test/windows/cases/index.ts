import type { Case } from '../harness';
import { acceptanceCases } from './acceptance';
import { argumentCases } from './arguments';
import { dialogueCases } from './dialogue';
import { fileCases } from './files';
import { installerCases } from './installers';
import { networkCases } from './network';
import { processCases } from './processes';
import { psmCases } from './psm';
import { registryCases } from './registry';
import { serviceCases } from './services';
import { setUpCases } from './set-up';
import { signatureCases } from './signatures';
import { stateCases } from './state';
import { stepHostCases } from './step-host';
import { uninstallCases } from './uninstall';

/** These run on this machine's network. */
export const sharedCases: readonly Case[] = [
  ...argumentCases,
  ...processCases,
  ...dialogueCases,
  ...fileCases,
  ...registryCases,
  ...serviceCases,
  ...stateCases,
  ...stepHostCases,
  ...installerCases,
  ...uninstallCases,
  ...signatureCases,
  ...networkCases,
  ...psmCases,
  ...acceptanceCases,
];

/** These have an address of their own, in a network where no other machine is. */
export const ownCases: readonly Case[] = setUpCases;
