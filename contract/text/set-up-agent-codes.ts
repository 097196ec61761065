import type { ProblemWords } from './set-up-codes';

const provider = (meaning: string, next: string): ProblemWords => ({
  what: "Couldn't install the VSS provider of the master target.",
  meaning,
  next,
});

const modernized: ProblemWords = {
  what: "Couldn't register with the appliance of modernized Site Recovery.",
  meaning: 'A classic process server never does that, so a wrong installer or option is at work.',
  next: 'Check that the set-up file is the one of classic Site Recovery, then retry.',
};

const credentials = (meaning: string): ProblemWords => ({
  what: "Couldn't use the credentials file.",
  meaning: `${meaning} It belongs to registrations without a configuration server.`,
  next: 'Check that the set-up file is the one of classic Site Recovery, then retry.',
});

const restart: ProblemWords = {
  what: 'The master target is installed and asks for a restart of Windows.',
  meaning: 'Its drivers work after a restart. Set-up takes this as success.',
  next: 'Restart Windows when set-up asks for it.',
};

/** Words for the exit codes of UnifiedAgent, UnifiedAgentConfigurator and Windows Installer. */
export const text = {
  agent: {
    done: {
      what: 'The installer of the master target finished.',
      meaning: 'It did what it was asked to do.',
      next: 'Go on with the next part.',
    },
    failed: {
      what: "Couldn't install the master target.",
      meaning: 'Its installer failed and gives no closer reason by its exit code.',
      next: 'Read ASRUnifiedAgentInstaller.log and UnifiedAgentMSIInstall.log in C:\\ProgramData\\ASRSetupLogs, mend what they name, then retry.',
    },
    commandLine: {
      what: "Couldn't install the master target: its command line is not valid.",
      meaning:
        'Set-up makes this command line. An install folder with a trailing backslash spoils it.',
      next: 'Choose an install folder such as D:\\ASR without a trailing backslash, then retry.',
    },
    arguments: {
      what: "Couldn't install the master target: an argument has a wrong value.",
      meaning: 'Set-up passes on the install folder and its own fixed values.',
      next: 'Choose an install folder such as D:\\ASR, then retry.',
    },
    location: {
      what: "Couldn't install the master target: its installer refuses the folder.",
      meaning:
        'Set-up and its other parts took the folder, but the agent installer takes only plain paths. Dependencies and process server are installed there already, and set-up keeps their folder.',
      next: 'Read ASRUnifiedAgentInstaller.log in C:\\ProgramData\\ASRSetupLogs: when the folder is the cause, remove the process server and the dependencies by hand, choose a folder such as D:\\ASR and begin again. Otherwise mend what it names, then retry.',
    },
    notAsciiLocation: {
      what: "Couldn't install the master target: the install folder has a letter other than plain ASCII.",
      meaning:
        'Set-up and the process server take such a folder, the agent installer does not. Dependencies and process server are installed there already, and set-up keeps their folder.',
      next: 'Remove the process server and the dependencies by hand, choose a folder such as D:\\ASR, then begin again.',
    },
    upgrade: {
      what: "Couldn't install over the master target or agent that is there.",
      meaning: 'Its version is too old for this upgrade.',
      next: 'Remove the old Mobility Service or master target in Programs and Features, then retry.',
    },
    otherServer: {
      what: 'The agent on this server belongs to another configuration server.',
      meaning: 'It is not moved to another configuration server by itself.',
      next: 'Remove the Mobility Service or master target in Programs and Features, then retry.',
    },
    passphrase: {
      what: 'The configuration server did not accept the passphrase, or its address is wrong.',
      meaning:
        'The agent read the passphrase of this server and got no further with it. It may have been changed while set-up ran.',
      next: 'On the configuration server, run genpassphrase.exe -v in %ProgramData%\\ASR\\home\\svsystems\\bin, enter exactly what it prints, then retry.',
    },
    downgrade: {
      what: "Couldn't install the master target: a newer one is there.",
      meaning: 'A newer version is not replaced by an older one.',
      next: 'Use a set-up file that is as new, or remove the newer master target by hand, then retry.',
    },
    dotNet: {
      what: "Couldn't install the master target: a .NET Framework is missing.",
      meaning: 'Its installer needs .NET Framework 4.6.2 or later.',
      next: 'Install .NET Framework 4.6.2 or later, restart Windows, then retry.',
    },
    registration: {
      what: "Couldn't register the agent with the configuration server.",
      meaning: 'The agent is installed, and the configuration server did not take it.',
      next: 'Check that the configuration server is connected and that port 443 on it answers, then retry.',
    },
    vmwareTools: {
      what: "Couldn't install the master target: VMware Tools are missing.",
      meaning: 'On a VMware virtual machine its installer wants them.',
      next: 'Install VMware Tools, then retry.',
    },
    sourceConfiguration: {
      what: "Couldn't use the source configuration file.",
      meaning: 'A classic process server has none, so a wrong installer or option is at work.',
      next: 'Check that the set-up file is the one of classic Site Recovery, then retry.',
    },
    running: {
      what: "Couldn't install the master target: its installer is running already.",
      meaning: 'Another one is open in some session, or the one of an earlier run never ended.',
      next: 'End UnifiedAgent.exe in Task Manager when nobody needs it, then retry.',
    },
    windowsVersion: {
      what: "Couldn't install the master target: this Windows is not supported.",
      meaning: 'The agent installer does not know this version or edition.',
      next: 'Use a server with a Windows Server that the requirements of a process server name, then begin again.',
    },
    stop: {
      what: "Couldn't stop the services of the agent.",
      meaning: 'svagents or InMage Scout Application Service did not stop in time.',
      next: 'Stop both services in Services, then retry.',
    },
    start: {
      what: "Couldn't start the services of the agent.",
      meaning: 'svagents or InMage Scout Application Service did not start in time.',
      next: 'Start both services in Services, read the event log when they refuse, then retry.',
    },
    provider: provider(
      'Its own script failed and gives no closer reason.',
      'Check that COM+ System Application and Volume Shadow Copy can start, then retry.',
    ),
    upperFilter: {
      what: "Couldn't enter the disk driver of the agent.",
      meaning: 'InDskFlt was not put among the upper filters of the disks in the registry.',
      next: 'Check whether a policy or virus scanner guards the registry, restart Windows, then retry.',
    },
    startType: {
      what: "Couldn't set the start type of the agent's services.",
      meaning: 'A policy may keep services as they are.',
      next: 'Check the policies for services on this server, then retry.',
    },
    providerMemory: provider('There was too little memory.', 'Free some memory, then retry.'),
    providerLocked: provider(
      'The list of services was locked by another program.',
      'Close Services and other installers, then retry.',
    ),
    providerExists: provider(
      'Its service is there already from an earlier installation.',
      'Restart Windows so that old entries go away, then retry.',
    ),
    providerMarked: provider(
      'Its service is marked for deletion, which ends with a restart.',
      'Close Services, restart Windows, then retry.',
    ),
    providerDenied: provider(
      'cscript.exe was denied access: a policy may forbid scripts.',
      'Allow Windows Script Host for administrators, then retry.',
    ),
    providerPath: provider(
      'A file or folder of it was not found.',
      'Look into the quarantine of the virus scanner, then retry.',
    ),
    links: {
      what: "Couldn't make the symbolic links of the agent.",
      meaning: 'The drive or a policy does not allow them.',
      next: 'Check that the install folder lies on NTFS and that administrators may make symbolic links, then retry.',
    },
    services: {
      what: "Couldn't make the services of the agent.",
      meaning: 'They may be there already and marked for deletion.',
      next: 'Close Services, restart Windows, then retry.',
    },
    restartPending: {
      what: "Couldn't install the master target: a restart of Windows is pending.",
      meaning: 'Its installer does not begin before that restart.',
      next: 'Restart Windows, then retry.',
    },
    complus: provider(
      'COM+ applications, which it needs, do not work.',
      'Start COM+ System Application and Distributed Transaction Coordinator, then retry.',
    ),
    bootDrivers: {
      what: "Couldn't install the master target: boot drivers are missing.",
      meaning: 'Drivers that Windows needs to start in Azure are not on this server.',
      next: 'Read ASRUnifiedAgentInstaller.log for their names, bring them back from Windows, then retry.',
    },
    blocked: {
      what: "Couldn't install a Mobility Service on a server of Site Recovery.",
      meaning:
        'A process server gets the role master target, never the one of a protected machine.',
      next: 'Start set-up itself and not the agent installer, then retry.',
    },
    role: {
      what: "Couldn't change the role of the agent that is there.",
      meaning: 'A Mobility Service is installed here. It does not become a master target.',
      next: 'Stop protecting this server, remove the Mobility Service in Programs and Features, then retry.',
    },
    platform: {
      what: "Couldn't change the platform of the agent that is there.",
      meaning: 'The installed agent was made for Azure, and this one is for VMware.',
      next: 'Remove the installed agent in Programs and Features, then retry.',
    },
    cdpcli: {
      what: "Couldn't register the agent: cdpcli.exe failed.",
      meaning: 'It fetches the certificate from the configuration server.',
      next: 'Check that the configuration server is connected and that port 443 on it answers, then retry.',
    },
    proxyDetails: {
      what: "Couldn't use the proxy: its address, port or sign-in is not valid.",
      meaning: 'The agent refused the values as they are.',
      next: 'Correct the answers under Internet settings, then retry.',
    },
    proxyFailed: {
      what: "Couldn't set the proxy of the agent.",
      meaning: 'The values were read, but could not be put in force.',
      next: 'Test the proxy under Internet settings, then retry.',
    },
    memory: {
      what: "Couldn't install the master target: there was too little memory.",
      meaning: 'Its installer ran out of memory.',
      next: 'Close programs or give this server more memory, then retry.',
    },
    errors: {
      what: "Couldn't install the master target: its checks found errors.",
      meaning: 'Each of them is in a JSON file with an advice.',
      next: 'Read ASRUnifiedAgentInstaller.log and the newest JSON file in C:\\ProgramData\\ASRSetupLogs, mend what they name, then retry.',
    },
    warnings: {
      what: 'The master target is installed, with warnings.',
      meaning:
        'Set-up takes this as success and asks for a restart. The warnings are in a JSON file.',
      next: 'Restart Windows when set-up asks for it, then read the newest JSON file in C:\\ProgramData\\ASRSetupLogs.',
    },
    prerequisites: {
      what: "Couldn't install the master target: a prerequisite is not met.",
      meaning: 'Its installer looks at Windows, services and free space before it begins.',
      next: 'Read ASRUnifiedAgentInstaller.log in C:\\ProgramData\\ASRSetupLogs, mend what it names, then retry.',
    },
    credentialsMissing: credentials('The file is missing.'),
    credentialsCorrupt: credentials('The file is not in the right form.'),
    credentialsExpired: credentials('The file has expired.'),
    biosUnknown: {
      what: "Couldn't read the BIOS ID of this server.",
      meaning: 'Windows Management Instrumentation gave none.',
      next: 'Check that Windows Management Instrumentation runs, then retry.',
    },
    biosOther: {
      what: 'The BIOS ID of this server is another one than before.',
      meaning: 'This server is a copy of another one, or it was moved to other hardware.',
      next: 'Remove the agent in Programs and Features so that it gets a new identity, then retry.',
    },
    modernized,
    restart,
  },
  configurator: {
    done: {
      what: 'The master target is configured.',
      meaning: 'It knows its configuration server.',
      next: 'Go on with the next part.',
    },
    failed: {
      what: "Couldn't configure the master target.",
      meaning: 'The configurator failed and gives no closer reason by its exit code.',
      next: 'Read ASRUnifiedAgentConfigurator.log in C:\\ProgramData\\ASRSetupLogs, mend what it names, then retry.',
    },
    warnings: {
      what: "Couldn't finish the master target: it was configured with warnings.",
      meaning: 'Set-up takes warnings of this part as a failure. The warnings are in a JSON file.',
      next: 'Read the newest JSON file in C:\\ProgramData\\ASRSetupLogs, mend what it names, then retry.',
    },
  },
  mars: {
    done: {
      what: 'The Microsoft Azure Recovery Services Agent is installed.',
      meaning: 'Its installer did what it was asked to do.',
      next: 'Go on with the registration.',
    },
    notStarted: {
      what: "Couldn't start the installer of the Microsoft Azure Recovery Services Agent.",
      meaning:
        'Set-up writes -1 when Windows refused to start MARSAgentInstaller.exe, and tried twice. The file is missing or damaged, or something forbids it.',
      next: 'Prepare the set-up file again so that it is unpacked anew, look into the quarantine of the virus scanner, then retry.',
    },
    restart: {
      what: 'The Microsoft Azure Recovery Services Agent wants a restart of Windows.',
      meaning: 'Set-up takes that as a failure of this part, although the agent may be installed.',
      next: 'Restart Windows, then retry.',
    },
  },
  /** Exit codes of Windows Installer, which the agents' installers pass on. */
  windowsInstaller: {
    service: {
      what: "Couldn't reach Windows Installer.",
      meaning: 'Its service does not run or is disabled.',
      next: 'Start the service Windows Installer (msiserver), then retry.',
    },
    cancelled: {
      what: 'Somebody cancelled the installation.',
      meaning: 'Windows Installer took back what it had done of this part.',
      next: 'Retry, and leave windows of set-up alone.',
    },
    fatal: {
      what: "Couldn't install: Windows Installer met a fatal error.",
      meaning:
        'It took back what it had done of this part. Often a file is in use, a folder is not open to SYSTEM, or a service does not start.',
      next: 'Look for "Return value 3" in the log of the installer: the lines above it name the cause. Mend it, then retry.',
    },
    busy: {
      what: "Couldn't install: Windows Installer is busy with another installation.",
      meaning: 'Windows installs one product at a time. Nothing of this part was installed.',
      next: 'Wait until the other installation has ended (Windows Update counts too), then retry.',
    },
    package: {
      what: "Couldn't open the installation package.",
      meaning: 'The MSI file is missing or damaged.',
      next: 'Prepare the set-up file again so that it is unpacked anew, then retry.',
    },
    policy: {
      what: "Couldn't install: a policy forbids it.",
      meaning: 'A policy for software or for Windows Installer is in force on this server.',
      next: 'Allow installations for administrators in the policies of this server, then retry.',
    },
    otherVersion: {
      what: "Couldn't install: another version of this part is there.",
      meaning: 'Windows Installer does not put this version over it.',
      next: 'Remove the other version in Programs and Features, then retry.',
    },
    restartBegun: {
      what: 'The part is installed, and Windows Installer began a restart of Windows.',
      meaning: 'It counts after that restart.',
      next: 'Let Windows restart, sign in again, then retry.',
    },
    restartNeeded: {
      what: 'The part is installed and asks for a restart of Windows.',
      meaning: 'It counts after that restart.',
      next: 'Restart Windows, then retry.',
    },
  },
} as const;
