import type { ProblemWords } from './set-up-codes';

const done = (part: string): ProblemWords => ({
  what: `The installer of the ${part} finished.`,
  meaning: 'It did what it was asked to do.',
  next: 'Go on with the next part.',
});

const stop = (service: string): ProblemWords => ({
  what: `Couldn't stop the service ${service}.`,
  meaning:
    'Files of an earlier version can only be replaced while it is stopped. The installer tried for several minutes.',
  next: `End what holds the service ${service}, stop it in Services, then retry.`,
});

const registry = (value: string): ProblemWords => ({
  what: `Couldn't write ${value} into the registry.`,
  meaning:
    'The dependencies were taken back. A policy or a virus scanner can guard the registry key Installed Products\\10.',
  next: 'Check who may write below HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\InMage Systems, then retry.',
});

const folder = (path: string): ProblemWords => ({
  what: `Couldn't make the folder ${path}.`,
  meaning: 'The dependencies were taken back.',
  next: `Check free space, permissions and the virus scanner at ${path}, then retry.`,
});

const configurationServerOnly: ProblemWords = {
  what: "Couldn't install a component of a configuration server.",
  meaning:
    'A stand-alone process server does not have this component, so the installer took this server for a configuration server.',
  next: 'Check that no configuration server is or was installed here, remove what is left of it, then retry.',
};

const redistributable = (year: string): ProblemWords => ({
  what: `Couldn't install the Visual C++ ${year} libraries.`,
  meaning: 'The process server needs them. Their own installer failed.',
  next: `Install the Visual C++ ${year} redistributable by hand, restart Windows if it asks for it, then retry.`,
});

const database: ProblemWords = {
  what: 'A database of an earlier configuration server is still here.',
  meaning: 'The installer found svsdb1 and does not go on over it.',
  next: 'Remove what is left of the earlier configuration server from this server, then retry.',
};

/** Words for the exit codes of the installers of dependencies and process server. */
export const text = {
  /** Installers made with Inno Setup share these. */
  inno: {
    1: {
      what: "Couldn't start the installer.",
      meaning:
        'It ended before it began: another installer of the same part may be running, or it was not started silently.',
      next: 'Check in Task Manager that no other set-up is running, then retry.',
    },
    2: {
      what: 'The installer was cancelled before it began.',
      meaning: 'Somebody closed it. Nothing of this part was installed.',
      next: 'Retry, and leave windows of set-up alone.',
    },
    3: {
      what: "Couldn't prepare the installation.",
      meaning: 'A fatal error came up before files were copied, for example too little memory.',
      next: 'Check memory and free space on the system drive, then retry.',
    },
    4: {
      what: "Couldn't copy the files.",
      meaning: 'A fatal error came up while the part was being installed.',
      next: 'Check free space, permissions and the virus scanner, then retry.',
    },
    5: {
      what: 'The installer gave up half-way.',
      meaning:
        'A file was in use or could not be written, and a silent installation answers that by giving up.',
      next: 'Stop programs that use files of the install folder (a virus scanner too), then retry.',
    },
    6: {
      what: 'The installer was ended by force.',
      meaning: 'Another program ended it half-way.',
      next: 'Check what ends programs on this server, then retry.',
    },
    7: {
      what: "Couldn't go on with the installation.",
      meaning: 'The installer found something that stands in its way before it copied files.',
      next: 'Read the log of the installer, mend what it names, then retry.',
    },
    8: {
      what: "Couldn't go on before a restart of Windows.",
      meaning: 'The installer found files that are replaced only by a restart.',
      next: 'Restart Windows, then retry.',
    },
  },
  dependencies: {
    done: done('dependencies'),
    sameOrHigher: {
      what: "Couldn't install the dependencies: the same or a higher version is there.",
      meaning: 'They are not replaced by the same or an older version.',
      next: 'Use the set-up file of the version that is there, or remove the dependencies by hand, then retry.',
    },
    rollback: {
      what: "Couldn't take back the dependencies after they failed.",
      meaning:
        'The installer hit an error, and its removal failed too. Parts of them are still in C:\\thirdparty and C:\\strawberry.',
      next: 'Remove the dependencies by hand, restart Windows, then retry.',
    },
    temp: folder('C:\\Temp'),
    phpSettingsKept: {
      what: "Couldn't save the settings of PHP.",
      meaning: 'php.ini could not be copied from C:\\thirdparty\\php5nts to C:\\Temp.',
      next: 'Check free space and permissions of C:\\Temp, stop the service W3SVC, then retry.',
    },
    sessionFolder: folder('C:\\thirdparty\\php5nts\\sessiondata'),
    uploadFolder: folder('C:\\thirdparty\\php5nts\\uploadtemp'),
    phpSettingsBack: {
      what: "Couldn't put the settings of PHP back.",
      meaning: 'php.ini could not be copied from C:\\Temp to C:\\thirdparty\\php5nts.',
      next: 'Check permissions and the virus scanner at C:\\thirdparty\\php5nts, then retry.',
    },
    phpFolder: {
      what: "Couldn't delete the earlier PHP.",
      meaning: 'A program has a file in C:\\thirdparty\\php5nts open.',
      next: 'Stop the programs that use C:\\thirdparty\\php5nts (the service W3SVC first), then retry.',
    },
    stop,
    registry,
  },
  processServer: {
    done: done('process server'),
    registry: {
      what: "Couldn't write the process server into the registry.",
      meaning: 'A policy or a virus scanner can guard the registry key Installed Products\\9.',
      next: 'Check who may write below HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\InMage Systems, then retry.',
    },
    rollback: {
      what: "Couldn't take back the process server after it failed.",
      meaning:
        'The installer hit an error, and its removal failed too. Parts of it are still there.',
      next: 'Remove the process server by hand, restart Windows, then retry.',
    },
    permissions: {
      what: "Couldn't set the permissions of the install folder.",
      meaning: 'icacls.exe failed on it.',
      next: 'Check that the drive is NTFS and that Administrators own the install folder, then retry.',
    },
    configuration: {
      what: "Couldn't write the configuration of the process server.",
      meaning: 'One of amethyst.conf, cxps.conf and pushinstaller.conf could not be written.',
      next: 'Check free space, permissions and the virus scanner at the install folder, then retry.',
    },
    junction: {
      what: "Couldn't make the link C:\\ProgramData\\ASR.",
      meaning:
        'It has to lead to the install folder. A folder of an earlier installation may lie in its place.',
      next: 'Rename or remove the folder C:\\ProgramData\\ASR, then retry.',
    },
    appSettings: {
      what: "Couldn't write App.conf or make its folders.",
      meaning: 'The process server keeps its paths in it.',
      next: 'Check permissions and the virus scanner at C:\\ProgramData\\Microsoft Azure Site Recovery, then retry.',
    },
    servicesStop: {
      what: "Couldn't stop the services of the earlier version.",
      meaning: 'Files can only be replaced while the services are stopped.',
      next: 'Stop the services of the process server in Services, ProcessServerMonitor first, then retry.',
    },
    mySql: {
      what: "Couldn't work with MySQL.",
      meaning:
        'MySQL belongs to a configuration server, so the installer took this server for one.',
      next: 'Check that no configuration server or other MySQL is installed here, then retry.',
    },
    dataAddress: {
      what: "Couldn't use the address for replication data.",
      meaning: 'The installer wants an address that this server really has.',
      next: 'Choose one of the addresses of this server, then retry.',
    },
    port: {
      what: "Couldn't use the port for replication data.",
      meaning: 'It is empty, too low, or not a port at all.',
      next: 'Choose a port such as 9443, then retry.',
    },
    csAddress: {
      what: "Couldn't use the address of the configuration server.",
      meaning:
        'The installer looks at it more strictly than set-up: 0.1.2.3 passes there, but not here.',
      next: 'Enter the IPv4 address of the configuration server, then retry.',
    },
    mySqlFile: {
      what: "Couldn't read the MySQL password file.",
      meaning: 'Only a configuration server has one.',
      next: 'Check that this server is to be a process server, then retry.',
    },
    dependenciesOld: {
      what: "Couldn't go on: the dependencies were not upgraded before.",
      meaning: 'Process server and dependencies have to be of the same version.',
      next: 'Use the set-up file of the version that is there, or upgrade the dependencies first, then retry.',
    },
    upgradeNotAsked: {
      what: "Couldn't install over an older process server.",
      meaning: 'An older version is here, and this was not an upgrade.',
      next: 'Use the upgrade procedure, or remove the process server by hand, then retry.',
    },
    dependenciesMissing: {
      what: "Couldn't go on: the dependencies are not installed.",
      meaning: 'The installer of the dependencies failed before, or somebody removed them.',
      next: 'Retry: set-up installs the dependencies first.',
    },
    database,
    pushInstall: {
      what: "Couldn't put the program for push installations in place.",
      meaning: 'The file could not be copied or is in use.',
      next: 'Stop the service InMage PushInstall, check the virus scanner, then retry.',
    },
    fileInUse: {
      what: "Couldn't replace a file that is in use.",
      meaning: 'A program holds a file of the process server open.',
      next: 'Close programs and shells that work in the install folder, restart Windows if it comes again, then retry.',
    },
    visualC2013: redistributable('2013'),
    visualC2015: redistributable('2015'),
    sameOrHigher: {
      what: "Couldn't install the process server: the same or a higher version is there.",
      meaning: 'It is not replaced by the same or an older version.',
      next: 'Open Overview to see the version, then use a newer set-up file.',
    },
    pushDependency: {
      what: "Couldn't tie the service InMage PushInstall to Windows Management Instrumentation.",
      meaning: 'It needs the service Winmgmt, and the link between both could not be set.',
      next: 'Check that Windows Management Instrumentation runs and is not disabled, then retry.',
    },
    pushStop: {
      what: "Couldn't stop the service InMage PushInstall.",
      meaning: 'It was to be started anew together with Windows Management Instrumentation.',
      next: 'Stop InMage PushInstall in Services, then retry.',
    },
    pushStart: {
      what: "Couldn't start the service InMage PushInstall.",
      meaning: 'It needs Windows Management Instrumentation.',
      next: 'Check that Windows Management Instrumentation runs and is not disabled, then retry.',
    },
    azureAddress: {
      what: "Couldn't use the Azure address.",
      meaning: 'The value of /AZUREIP is not an address of this server.',
      next: 'Leave the Azure address out: a stand-alone process server does not need it, then retry.',
    },
    configurationServerOnly,
  },
} as const;
