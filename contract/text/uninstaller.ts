interface Words {
  what: string;
  meaning: string;
  next: string;
}

const guard: Words = {
  what: 'The uninstaller refused to begin.',
  meaning:
    'It removes nothing while another part that needs it is still there: the master target goes before the process server, and both before the dependencies. It shows that in a box that nobody sees here.',
  next: 'Check under Apps & features which of the parts are still there, then retry. This program removes them in the right order.',
};

/** Words for the exit codes of uninstallers. */
export const text = {
  windowsInstaller: {
    1601: {
      what: "Couldn't reach Windows Installer.",
      meaning: 'The service Windows Installer (msiserver) can not be used. Nothing was removed.',
      next: 'Check that the service is not disabled, then retry.',
    },
    1602: {
      what: 'The removal was cancelled.',
      meaning: 'Somebody ended it. Windows Installer put back what was removed.',
      next: 'Retry, and leave windows of the uninstaller alone.',
    },
    1603: {
      what: "Couldn't remove the product: Windows Installer met an error.",
      meaning:
        'A service of it did not stop, or a program of it could not be ended, is the usual reason. Windows Installer put back what was removed.',
      next: 'Read the log that the step names. Stop the services in order under Maintain, restart Windows when one refuses, then retry.',
    },
    1618: {
      what: "Couldn't remove the product: Windows Installer is busy with another installation.",
      meaning: 'Windows installs and removes one product at a time. Nothing was removed.',
      next: 'Wait until the other installation has ended (Windows Update counts too), then retry.',
    },
    1625: {
      what: "Couldn't remove the product: a group policy forbids it.",
      meaning: 'Nothing was removed.',
      next: 'Ask who looks after group policies to allow it, then retry.',
    },
  } as Readonly<Record<number, Words>>,
  windowsInstallerOther: {
    what: "Couldn't remove the product.",
    meaning: 'Windows Installer ended with an error. It puts back what it had removed.',
    next: 'Read the log that the step names, mend what it tells, then retry.',
  } satisfies Words,
  command: {
    what: "Couldn't remove it.",
    meaning: 'Windows refused, or it is in use. Nothing else was changed.',
    next: 'Close programs that may use it, then retry.',
  } satisfies Words,
  inno: { 1: guard } as Readonly<Record<number, Words>>,
  innoOther: guard,
};
