import type { Defender } from './schema';

/** Microsoft Defender as a new Windows Server has it. */
export const newDefender: Defender = {
  available: true,
  mode: 'Normal',
  realTime: true,
  paths: [],
  processes: [],
  tamperProtected: false,
  lockedBy: 'nobody',
};
