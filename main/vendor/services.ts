/** Start types a service of a stand-alone process server may rightly have. */
export interface ExpectedService {
  name: string;
  startTypes: readonly ('automatic' | 'delayed' | 'manual' | 'disabled')[];
  /** True when the service has to run for the server to do its work. */
  runs: boolean;
}

const automatic = ['automatic', 'delayed'] as const;

/**
 * Services of a stand-alone process server (no configuration server on it).
 * Source: vendor source (service installers, SetupHelper, CSRegistrationOperations). The agent's
 * start type is not changed by set-up. LogUpload only sends telemetry; with a private endpoint it is
 * set to Manual and stopped, which is no fault.
 */
export const standAloneServices: readonly ExpectedService[] = [
  { name: 'cxprocessserver', startTypes: automatic, runs: true },
  { name: 'InMage PushInstall', startTypes: automatic, runs: true },
  { name: 'tmansvc', startTypes: automatic, runs: true },
  { name: 'ProcessServer', startTypes: automatic, runs: true },
  { name: 'LogUpload', startTypes: ['automatic', 'delayed', 'manual'], runs: false },
  { name: 'ProcessServerMonitor', startTypes: automatic, runs: true },
  { name: 'svagents', startTypes: automatic, runs: true },
  { name: 'InMage Scout Application Service', startTypes: automatic, runs: true },
  { name: 'obengine', startTypes: ['automatic', 'delayed', 'manual'], runs: true },
];

export const AGENT_SERVICE = 'obengine';
