import type { SetupStep } from '../vendor-behaviour/setup-actions';

/** The sub-steps of set-up by the names scenarios use for faults and minutes. */
export const scenarioName: Partial<Record<SetupStep, string>> = {
  installThirdParty: 'dependencies',
  installProcessServer: 'processServer',
  installMasterTarget: 'masterTarget',
  configureMasterTarget: 'configure',
  installMars: 'agent',
  registerMasterTarget: 'registration',
  setMarsProxy: 'agentProxy',
};

/** How many minutes each sub-step usually takes; registration and proxy take it by themselves. */
export const usualMinutes: Readonly<Record<string, number>> = {
  dependencies: 5,
  processServer: 5,
  masterTarget: 4,
  configure: 1,
  agent: 2,
};
