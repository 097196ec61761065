import { by, byExcept, notShown, type Proof } from './proof';

const otherCrash = 'a crash while it starts: Wine does not notice a service that died';
const needed = 'Windows refuses it (1051), Wine stops it';
/** The service manager is real; what is parsed is printed by our stand-in. */
const standIn = "the words of Windows' own sc.exe: a stand-in prints what the service manager says";

/** Registry, services, installed programs, network, what goes on after a restart. */
export const serverProofs: Readonly<Record<string, Readonly<Record<string, Proof>>>> = {
  'certificate-chain.ts': {
    certificateNames: by('network: a certificate for other names'),
    sentCertificates: by('network: a server as the data port answers 400'),
    certificateDoubts: by('network: an expired certificate', 'network: a certificate for other'),
  },
  'continuation.ts': {
    createContinuation: byExcept(
      'the start-up task of psm: Wine has only a stub of schtasks.exe',
      'the entry that goes on after a restart is written',
    ),
  },
  'installed-programs.ts': {
    'InstalledPrograms.list': by(
      'installers: what real Inno Setup packages entered',
      'installers: a real MSI is listed',
    ),
    'InstalledPrograms.leftOf': by('installers: a file in use stays although'),
    'InstalledPrograms.waitUntilGone': by(
      'installers: what goes only later is waited for',
      'installers: uninstalled in the right order',
    ),
    createInstalledPrograms: by('installers: a real MSI is listed'),
  },
  'network.ts': { createNetwork: by('network: a server as the data port answers 400') },
  'reg-file.ts': {
    parseRegFile: by('registry: every type of value', 'registry: 200 uninstall entries'),
    subKeys: by('registry: every type of value'),
  },
  'registry.ts': {
    'RegistryReader.read': byExcept(
      'access denied: everybody is an administrator under Wine, so unit tests have its words',
      'registry: every type of value',
      'registry: the 32-bit view',
      'registry: a key that is not there',
      'registry: a reg.exe that hangs',
    ),
    'Registry.exportTo': by('registry: a key is kept in a file'),
    'Registry.readKept': by('registry: a kept key comes back'),
    'Registry.importFrom': by('registry: a kept key comes back'),
    'Registry.remove': by('registry: a kept key comes back'),
    'Registry.removeLeftExports': by('registry: an export that a killed run left'),
    createRegistry: by('registry: a Windows without reg.exe'),
  },
  'server.ts': {
    'Server.holdDialogue': by('dialogue: a program that asks is answered'),
    'Server.readText': by('files: written whole over one that exists'),
    createServer: by('set-up: from nothing to proven'),
  },
  'service-commands.ts': {
    'ServiceCommands.state': byExcept(
      standIn,
      'services: every start type',
      'services: the state tells',
    ),
    'ServiceCommands.start': byExcept(
      `${standIn}; ${otherCrash}`,
      'services: one that starts and stops slowly',
      'services: a start that is not over in time',
      'services: a disabled one',
    ),
    'ServiceCommands.stop': byExcept(
      `${standIn}; ${needed}`,
      'services: a stop that is not over in time names the process',
      'services: one that accepts no stop',
    ),
    'ServiceCommands.setStartType': byExcept(
      `${standIn}; the delayed kind: Wine accepts it and does not keep it`,
      'services: a start type that is set',
    ),
    'ServiceCommands.startAll': byExcept(standIn, 'services: started after what they depend on'),
    'ServiceCommands.stopAll': byExcept(
      standIn,
      'services: what depends on one that can not be stopped',
    ),
    createServiceCommands: by('services: one that is not there'),
  },
  'service-order.ts': {
    dependentsIn: by('services: a stop that is refused as others need it'),
    startOrder: by('services: started after what they depend on'),
    stopOrder: by('services: started after what they depend on'),
  },
  'service-problems.ts': {
    refusal: byExcept(
      standIn,
      'services: one that accepts no stop',
      'services: access denied is told as that',
    ),
    unreadable: by('services: a registry that can not be read'),
    ofProcess: by('services: one that accepts no stop'),
    ofProgram: by('services: a stop that is not over in time names the process'),
    notSet: by('services: a start type that was not kept'),
    notInTime: by('services: a stop that is not over in time'),
    notOrdered: notShown('it asks nothing of Windows; a unit test shows it'),
    isPaused: notShown('no service here can be paused; a unit test shows it'),
    endedAgain: byExcept(standIn, 'services: one that ends with an error of its own'),
    alsoRunning: by('services: a stop that is refused as others need it'),
  },
  'services.ts': {
    parseServiceList: byExcept(standIn, 'services: all are listed'),
    dependenciesOf: by('services: the state tells what it depends on'),
    startTypeOf: by('services: every start type'),
    'ServiceControl.list': byExcept(standIn, 'services: all are listed', 'services: a removed one'),
    createServiceControl: by('services: all are listed'),
  },
  'tool-failure.ts': { failureWords: by('services: an sc.exe that hangs') },
};
