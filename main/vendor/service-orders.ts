import type { ExpectedService } from './services';
import { standAloneServices } from './services';

/** What else is on the server decides which services belong to the process server. */
export const deployments = ['standAlone', 'configurationServer', 'azure'] as const;
export type Deployment = (typeof deployments)[number];

export interface ManagedService extends ExpectedService {
  /** Its name as an answer. */
  key: string;
  /** The start type it gets where its own is wrong. */
  setTo: 'automatic' | 'delayed';
  /** False: it belongs there in some builds only, and is no loss where it is not. */
  belongs: boolean;
}

const KEYS: Readonly<Record<string, string>> = {
  MySQL: 'mySql',
  W3SVC: 'w3svc',
  cxprocessserver: 'cxprocessserver',
  tmansvc: 'tmansvc',
  ProcessServer: 'processServer',
  'InMage PushInstall': 'pushInstall',
  LogUpload: 'logUpload',
  dra: 'dra',
  obengine: 'obengine',
  svagents: 'svagents',
  'InMage Scout Application Service': 'applicationService',
  ProcessServerMonitor: 'processServerMonitor',
};

/**
 * Each service after those it works with. The services of the process server are in the order in
 * which set-up starts them after an upgrade; the monitor comes last, so that it reports nothing
 * that only has not started yet. MySQL comes first, because tmansvc depends on it there. The agent
 * comes before the master target, which sends through it; for these set-up has no order.
 * Source: vendor source, ucx_server_setup.iss and SetupHelper.cs.
 */
export const startSequence = Object.keys(KEYS);

/**
 * First who sends data, then the monitor and the process server. Source: vendor source,
 * SetupHelper.cs (svagents, application service, W3SVC first; dra and MySQL last) and
 * ucx_server_setup.iss (the services of the process server). obengine follows the master target.
 */
export const stopSequence = [
  'svagents',
  'InMage Scout Application Service',
  'obengine',
  'W3SVC',
  'ProcessServerMonitor',
  'tmansvc',
  'ProcessServer',
  'cxprocessserver',
  'InMage PushInstall',
  'LogUpload',
  'dra',
  'MySQL',
] as const;

/**
 * How long to wait for one service, in seconds. Source: vendor source, cspsconfigtool, which gives
 * services 600 s to stop and to start.
 */
export const SERVICE_SECONDS = 600;

const alone = new Set(standAloneServices.map(({ name }) => name));
const onlyWithMasterTarget = new Set(['svagents', 'InMage Scout Application Service', 'obengine']);

/** Set-up makes the master target's services delayed. Source: vendor source, SetupHelper.cs. */
const delayed = new Set(['svagents', 'InMage Scout Application Service']);

function managed(name: string, deployment: Deployment): ManagedService {
  const known = standAloneServices.find((service) => service.name === name);
  return {
    name,
    startTypes: known?.startTypes ?? ['automatic', 'delayed'],
    runs: known?.runs ?? true,
    key: KEYS[name] ?? name,
    setTo: delayed.has(name) ? 'delayed' : 'automatic',
    belongs: deployment !== 'azure' || name !== 'tmansvc',
  };
}

/**
 * The services of a process server in the order in which they start. Source: the public article on
 * troubleshooting the process server; with the gallery image in Azure it leaves tmansvc out, which
 * set-up installs on every process server.
 */
export function servicesOf(deployment: Deployment): ManagedService[] {
  return startSequence
    .filter((name) => {
      if (deployment === 'configurationServer') return true;
      return alone.has(name) && (deployment === 'standAlone' || !onlyWithMasterTarget.has(name));
    })
    .map((name) => managed(name, deployment));
}

/** In the order in which they stop. */
export const inStopOrder = (services: readonly ManagedService[]): ManagedService[] =>
  stopSequence.flatMap((name) => services.filter((service) => service.name === name));

/** Whose services these may be; null when what is here does not tell. */
export function deploymentOf(
  serverType: string | null,
  hasMasterTarget: boolean,
): Deployment | null {
  if (serverType === '3') return 'configurationServer';
  return serverType === '2' && hasMasterTarget ? 'standAlone' : null;
}
