const states = {
  running: 'running',
  stopped: 'stopped',
  starting: 'starting',
  stopping: 'stopping',
  paused: 'paused',
  unknown: 'in a state that could not be told',
} as const;

const startTypes = {
  automatic: 'Automatic',
  delayed: 'Automatic (Delayed Start)',
  manual: 'Manual',
  disabled: 'Disabled',
  unknown: 'a start type that could not be told',
} as const;

type State = keyof typeof states;
type StartType = keyof typeof startTypes;

const listed = (types: readonly StartType[]) => types.map((type) => startTypes[type]).join(' or ');
const asFound = (state: State, startType: StartType) =>
  `${states[state]}, ${startTypes[startType]}`;

/** Words of the procedure that starts, stops and mends the services of a process server. */
export const servicesProcedureText = {
  title: 'Services',
  verbs: {
    start: 'Start',
    stop: 'Stop',
    restart: 'Restart',
    startTypes: 'Set start types',
    patchDay: 'Begin patch day',
  },
  introduction: [
    'This starts, stops or restarts the services of this process server one after another, in the order of the vendor, and waits for each of them. Wrong start types are set right.',
    'While they are stopped the machines that send to this server wait with their data. Replication goes on by itself afterwards; a long pause costs recovery points.',
    'Patch day: this stops them in order and waits. Install your updates, then restart Windows yourself. At your next sign-in it goes on: it starts what is missing and proves that all is back.',
    'Usually a minute or two. A service is waited for up to 10 minutes, as the vendor does. It can be cancelled between two services.',
  ],
  sections: { task: 'What to do', services: 'Which services' },
  asFound,
  startTypeWords: startTypes,
  findings: {
    notThere: 'not there',
    value: (found: string, needed: string, needs: string) =>
      [found, needed === '' ? '' : `right: ${needed}`, needs]
        .filter((part) => part !== '')
        .join('; '),
    dependsOn: (names: readonly string[]) =>
      names.length === 0 ? '' : `depends on ${names.join(', ')}`,
    needed: listed,
  },
  questions: {
    action: {
      label: 'What is to be done?',
      hint: 'Every service is proven by its state, not by what a tool says.',
      start: 'Start',
      startHint: 'Starts what does not run, and proves that it runs. Also after a restart.',
      stop: 'Stop',
      stopHint: 'Stops in order. Nothing is started again by itself until Windows restarts.',
      restart: 'Restart',
      restartHint: 'Stops in order, then starts in order.',
      startTypes: 'Set start types right',
      startTypesHint: 'Only where they are wrong. No service is started or stopped.',
      patchDay: 'Patch day',
      patchDayHint:
        'Stops all of them in order, waits for your restart of Windows, then proves that all are back.',
    },
    deployment: {
      label: 'What else is on this server?',
      hint: 'It decides which services belong here. Where the server tells it, that is suggested.',
      standAlone: 'A process server on its own',
      standAloneHint: 'With a master target and the Microsoft Azure Recovery Services Agent.',
      configurationServer: 'The configuration server too',
      configurationServerHint:
        'Its web server, its database and the Microsoft Azure Site Recovery Service as well.',
      azure: 'An Azure virtual machine from the gallery image',
      azureHint: 'For failback: no master target and no agent.',
    },
    which: {
      label: 'Which services?',
      hint: 'All of Site Recovery, or some of them.',
      all: 'All of Site Recovery',
      allHint: 'LogUpload is left alone where it is set to Manual and does not run.',
      chosen: 'Some of them',
      chosenHint: 'Choose them below. The order is the same.',
    },
    /** One switch for each service. */
    service: (name: string) => name,
    serviceHint: 'Take part.',
  },
  wrong: {
    isConfigurationServer:
      'The configuration file of this server says that the configuration server is on it too.',
    isNoConfigurationServer:
      'The configuration file of this server says that there is no configuration server on it.',
    hasMasterTarget: 'A master target or the agent is installed here, which the image has not.',
    noneChosen: 'Choose at least one service.',
    notOfThis: (name: string) => `${name} does not belong to this kind of process server.`,
    notHere: (name: string) => `There is no service ${name} on this server.`,
  },
  conditions: {
    processServer: {
      title: 'A process server is installed',
      needed: 'installed',
      missing: 'not installed',
      why: 'Without it there are no services of Site Recovery to look after.',
      mend: 'Set up a process server first.',
    },
    present: {
      title: 'Every service is there',
      needed: 'all there',
      missing: (names: string) => `not there: ${names}`,
      why: 'A service that is not there can not be started, and the server does not do all its work.',
      mend: 'It was removed, or set-up did not end. Set up again to complete the server.',
    },
    startable: {
      title: 'No service that is needed is disabled',
      needed: 'none is disabled',
      disabled: (names: string) => `disabled: ${names}`,
      why: 'Windows starts no disabled service, nor one that depends on it.',
      mend: 'Set start types right first. One of Windows itself you set in the Services console.',
    },
    stoppable: {
      title: 'Nothing else needs what is stopped',
      needed: 'nothing else',
      running: (names: string) => `running and depending on it: ${names}`,
      why: 'Windows stops no service while another one that runs needs it.',
      mend: 'Choose those services too, or stop them in the Services console.',
    },
    comesBack: {
      title: 'Every service starts with Windows',
      needed: 'all of them',
      wrong: (names: string) => `not by itself: ${names}`,
      why: 'After the restart those stay stopped until this goes on and starts them.',
      mend: 'Set start types right first, or sign in soon after the restart.',
    },
    startTypes: {
      title: 'Start types are right',
      needed: 'all right',
      wrong: (names: string) => `wrong: ${names}`,
      why: 'A service that does not start with Windows is missing after its next restart.',
      mend: 'Run this again with "Set start types right".',
    },
  },
  steps: {
    stop: (name: string) => ({
      title: `Stop ${name}`,
      reason: "Its place in the vendor's order. It is waited for until it has stopped.",
    }),
    start: (name: string) => ({
      title: `Start ${name}`,
      reason: "Its place in the vendor's order. It is waited for until it runs.",
    }),
    restart: {
      title: 'Hand over for updates and the restart of Windows',
      reason:
        'First install your updates, then restart Windows yourself. This waits for the restart, however long it takes, and goes on after your next sign-in.',
    },
    startType: (name: string, was: StartType, wanted: StartType) => ({
      title: `Set ${name} to ${startTypes[wanted]}`,
      reason: `It is ${startTypes[was]}.`,
    }),
    prove: {
      start: {
        title: 'Prove that they run',
        reason: 'A service can end again after it started, so all are looked at once more.',
      },
      stop: {
        title: 'Prove that they are stopped',
        reason: 'Another program can start a service again, so all are looked at once more.',
      },
      startTypes: {
        title: 'Prove the start types',
        reason: 'Read from the registry, where Windows reads them.',
      },
    },
    dataPort: {
      title: 'Prove the data port',
      reason: 'Machines send their data there. It answers 400 to a request that is no upload.',
    },
  },
  checks: {
    runs: (name: string) => `${name} runs`,
    stopped: (name: string) => `${name} is stopped`,
    startType: (name: string) => `The start type of ${name} is right`,
    port: (port: number) => `Port ${port} answers`,
  },
  undo: {
    start: (name: string) => `${name} is started again.`,
    stop: (name: string) => `${name} is stopped again.`,
    startType: (name: string, was: StartType) => `${name} is set back to ${startTypes[was]}.`,
    asFound: 'it is as it was found, or the step before is undone by starting it',
    unknownType: 'its start type before could not be told',
    prove: 'nothing is changed by looking',
    restart: 'a restart changes nothing that could be taken back',
  },
  notes: {
    found: (services: readonly string[]) => `As found: ${services.join('; ')}.`,
    foundOne: (name: string, state: State, startType: StartType) =>
      `${name} ${asFound(state, startType)}`,
    pause: 'Machines wait with their data until the services run again.',
    webServer: 'W3SVC serves every web site of this server: all of them are away meanwhile.',
    patchDay:
      'Once all are stopped, install your updates and restart Windows yourself. At your next sign-in this goes on: it starts what is missing and proves that all is back.',
    undo: 'Undo puts back what this changed: state and start type as they were found.',
    nothingWrong: 'Every start type is right: there is only the proof.',
  },
} as const;
