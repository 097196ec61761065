import type { Problem } from '../problem';
import { downloadText as download } from './download';
import { serviceCommandsText as serviceCommands } from './service-commands';

type ProblemText = Pick<Problem, 'what' | 'meaning' | 'next'>;

/** Texts of the engine and of reading the server: the same in window, command line and report. */
export const text = {
  detectionFailed: {
    what: "Couldn't look at this server.",
    meaning: 'A tool of Windows or a file gave something that could not be read.',
    next: 'Read the words below, mend their cause, then look again.',
  } satisfies ProblemText,
  journalUnreadable: 'An operation whose journal could not be read',
  scriptFailed: {
    what: "Couldn't finish a Windows PowerShell script of this program.",
    meaning: 'Windows PowerShell reported an error while the script ran.',
    next: 'Read the words of Windows PowerShell below, then try again.',
  } satisfies ProblemText,
  scriptUnreadable: {
    what: "Couldn't read the answer of a Windows PowerShell script.",
    meaning: 'The answer does not have the form this program expects.',
    next: 'Keep the words below and report them with the support bundle.',
  } satisfies ProblemText,
  scriptSilent: (name: string): ProblemText => ({
    what: `Couldn't get an answer from the script ${name}.`,
    meaning:
      'Windows PowerShell ended without an answer. A policy such as AppLocker or constrained language mode may stop it.',
    next: 'Check that Windows PowerShell runs for administrators on this server, then try again.',
  }),
  planChanged: {
    what: "Couldn't start: the server is not as it was when the plan was made.",
    meaning: 'Looking at the server again gives another plan than the one that was approved.',
    next: 'Read what differs, then approve the new plan or go back to the questions.',
  } satisfies ProblemText,
  planBlocked: {
    what: "Couldn't start: a check forbids it now.",
    meaning: 'The server changed after the plan was made.',
    next: 'Run the checks again and mend what blocks.',
  } satisfies ProblemText,
  approvalMismatch: {
    what: "Couldn't start: this is not the approved plan.",
    meaning: 'The approval names another plan or another state of it.',
    next: 'Show the plan again and approve that one.',
  } satisfies ProblemText,
  notApproved: {
    what: "Couldn't start: the plan was not approved.",
    meaning: 'The box that asks once more was answered with Cancel. Nothing was changed.',
    next: 'Start again when this is the plan you want, and approve it in the box.',
  } satisfies ProblemText,
  lockHeld: (holder: string): ProblemText => ({
    what: "Couldn't start: another operation is changing this server.",
    meaning: `One operation at a time may change a server. ${holder}`,
    next: 'Wait until it has ended, then start again.',
  }),
  lockHolder: (operation: string, user: string, pid: number, since: string) =>
    `${operation}, started by ${user} (process ${pid}) at ${since}.`,
  openOperation: (title: string) =>
    `"${title}" was interrupted and is still open: go on with it or stop it first.`,
  lockHolderUnknown: 'Who holds the lock could not be read.',
  secretsNeeded: {
    what: 'Enter the secrets of the next steps again.',
    meaning:
      'Passphrases and passwords are never kept, so they are asked for again after an interruption.',
    next: 'Enter them, then go on.',
  } satisfies ProblemText,
  notProven: {
    what: "Couldn't prove that the step worked.",
    meaning: 'The step ended, but the server does not show what it should.',
    next: 'Read which proof is missing below, mend it, then retry.',
  } satisfies ProblemText,
  notProvenLine: (label: string, found: string, needed: string) =>
    `Not proven: ${label}. Found: ${found}. Needed: ${needed}.`,
  toolNotStarted: (file: string): ProblemText => ({
    what: `Couldn't start ${file}.`,
    meaning: 'Windows could not start the program, so nothing was changed by it.',
    next: 'Check that the file is there and may be run, then retry.',
  }),
  toolTimedOut: (file: string): ProblemText => ({
    what: `${file} gave no answer in time.`,
    meaning: 'The program was ended after the longest time it may take. Its work may be half done.',
    next: 'Look at the log lines of the step, then retry.',
  }),
  toolLost: (file: string): ProblemText => ({
    what: `${file} ended without leaving a result.`,
    meaning: 'The program or the server was stopped while it ran, so its work may be half done.',
    next: 'Go on: this program looks at the server first and repeats only what is missing.',
  }),
  toolKilled: (file: string, signal: string): ProblemText => ({
    what: `${file} was ended from outside.`,
    meaning: `Something ended the program (${signal}). Its work may be half done.`,
    next: 'Go on: this program looks at the server first and repeats only what is missing.',
  }),
  window: {
    waiting:
      'Enter the values in the window of the vendor and save there. This page goes on by itself.',
    cancelling: 'Cancelling: close the window of the vendor without saving.',
    saved: 'Saved. You may close the window of the vendor.',
    notSaved: {
      what: 'The window of the vendor was closed, but nothing was saved with success.',
      meaning:
        'Either nothing was entered, or what was entered was refused. Then services that it stopped may still be stopped and a part of the settings may be written.',
      next: 'Retry: the window opens again. Enter the values as they are shown, and wait there for the message that all was updated.',
    } satisfies ProblemText,
    notProven: {
      what: "Couldn't prove that what was entered in the window of the vendor works.",
      meaning: 'It was saved, but the server does not show what it should.',
      next: 'Read which proof is missing below. Where a value differs, retry: the window opens again, and you enter the values as they are shown. Where a service does not run, start it under Maintain, Services, then retry.',
    } satisfies ProblemText,
  },
  notPutBack: {
    what: "Couldn't put back what was there before.",
    meaning: 'A file that was placed for a while is in use or protected.',
    next: 'Close what uses the files below, then retry.',
  },
  setting: {
    unreadable: (path: string): ProblemText => ({
      what: `Couldn't change ${path}.`,
      meaning: 'It is not there, or its encoding is one that the vendor does not write.',
      next: 'Look at the file, put it back from a backup where it is damaged, then retry.',
    }),
    otherValue: (setting: string, path: string, expected: string, found: string): ProblemText => ({
      what: `Couldn't change ${setting}: it is not as the plan says.`,
      meaning: `${path} holds "${found}" where the plan expects "${expected}". Somebody changed it since.`,
      next: 'Nothing was written. Look at the file, then make a new plan.',
    }),
    missing: 'nothing',
    changed: (setting: string, path: string) => `${setting} changed in ${path}`,
  },
  backup: {
    kept: (what: string) => `Kept a copy of ${what}.`,
    notTheSame: (path: string) => `the copy of ${path} is not the same as the file.`,
  },
  uninstall: {
    already: (program: string) => `${program} is not installed.`,
    stillThere: (program: string, minutes: number): ProblemText => ({
      what: `Couldn't see ${program} gone within ${minutes} minutes.`,
      meaning: 'Its uninstaller ended without an error, but its entry or its uninstaller stayed.',
      next: 'Check in Task Manager that no uninstaller runs any more, then retry.',
    }),
    left: (path: string) =>
      `The uninstaller left ${path}. A file in it may have been in use, or it was there before set-up; the uninstaller does not tell.`,
    alsoThere: (program: string) => `${program} is still there.`,
  },
  rerunForbidden: {
    what: "Couldn't run the step again.",
    meaning:
      'The tool was interrupted, and the state it left does not allow a second run by its own rules.',
    next: 'Mend what the list names, then go on.',
  } satisfies ProblemText,
  unexpected: (what: string): ProblemText => ({
    what: `Couldn't finish the step: ${what}`,
    meaning: 'Windows refused something the step needs.',
    next: 'Mend the cause named here, then retry.',
  }),
  brokeOff: (what: string): ProblemText => ({
    what: `Couldn't go on: ${what}`,
    meaning:
      'What is done has to be written down first, and that failed. Nothing is done beyond what is shown here.',
    next: 'Mend the cause named here, room on the disk for example, then go on.',
  }),
  folderNotOurs: (path: string): ProblemText => ({
    what: `Couldn't trust the folder ${path}.`,
    meaning:
      'It belongs to somebody else than Administrators or SYSTEM, or others may write to it.',
    next: 'Look at who made it and what lies in it. Close it to everybody else, or move it away, then try again.',
  }),
  journalDamaged: (id: string): ProblemText => ({
    what: "Couldn't read the journal of this operation.",
    meaning: `A line of it is not as this program writes it: the file was changed or the disk is damaged (${id}). It can't be shown, gone on with or undone.`,
    next: "Keep its folder and look into journal.jsonl there. What was changed on the server: see that operation's report.html, when it lies beside it, and the backups.",
  }),
  operationMissing: {
    what: "Couldn't find the operation.",
    meaning: 'Its journal is not there any more.',
    next: 'Open History and choose another one.',
  } satisfies ProblemText,
  toolStillRuns: {
    what: "Couldn't stop this operation: its tool still runs.",
    meaning:
      'It was begun before and goes on by itself. Ending it half-way would leave a broken server.',
    next: 'Go on with the operation, or wait until the tool has ended.',
  } satisfies ProblemText,
  notResumable: {
    what: "Couldn't go on with this operation.",
    meaning: 'It has ended already.',
    next: 'Start the procedure again.',
  } satisfies ProblemText,
  restartPending: {
    what: 'Restart Windows to go on.',
    meaning: 'This waits for a restart, and Windows has not been restarted since.',
    next: 'Restart Windows. The rest follows at your next sign-in.',
  } satisfies ProblemText,
  removeOutside: (path: string): ProblemText => ({
    what: `Couldn't remove ${path}.`,
    meaning: 'It does not lie in the folder of this program, so it is not touched.',
    next: 'Report this with the support bundle.',
  }),
  importOutside: (key: string, within: string): ProblemText => ({
    what: `Couldn't put back ${within}.`,
    meaning: `What was kept of it holds ${key} too, so it is not as this program kept it. Nothing was written.`,
    next: 'Choose another backup. Find out who changed the folder of the backups.',
  }),
  undo: {
    nothing: {
      what: "Couldn't undo anything.",
      meaning: 'No step of this operation has left something that this program can take back.',
      next: 'Read what is there now, then choose another way on.',
    } satisfies ProblemText,
    toolRuns: {
      what: "Couldn't undo this operation: its tool still runs.",
      meaning: 'It was begun before and goes on by itself. Taking its files away would break it.',
      next: 'Wait until the tool has ended, then undo.',
    } satisfies ProblemText,
    begun: {
      what: "Couldn't go on: this operation was taken back in part.",
      meaning: 'What was undone is gone, so what came after it can not be trusted any more.',
      next: 'Undo the rest, or stop here and begin the procedure again.',
    } satisfies ProblemText,
    notProven: {
      what: "Couldn't prove that the step was undone.",
      meaning: 'It was taken back, but the server still shows what should be gone.',
      next: 'Read what is still there below, mend it, then undo again.',
    } satisfies ProblemText,
  },
  download,
  serviceCommands,
  stillRegistered: (where: string) =>
    `Couldn't remove ${where}: this program is started by it after the next restart. Remove it by hand if it is still there`,
  endings: {
    removed: (path: string) => `Removed ${path}`,
    putBack: (path: string) => `Put back what was there before: ${path}`,
    left: (path: string) => `Couldn't remove ${path} yet: it is still in use`,
  },
  checkWords: {
    serviceState: (state: string, startType: string) => `${state}, start type ${startType}`,
    serviceMissing: 'no such service',
    answers: (status: number) => `answers with HTTP status ${status}`,
    doesNotAnswer: (why: string) => `does not answer (${why})`,
    notThere: 'not there',
    there: 'there',
    installed: (version: string) => `installed, version ${version}`,
    notInstalled: 'not installed',
    couldNotTell: (why: string) => `could not tell: ${why}`,
    validUntil: (date: string) => `valid until ${date}`,
    validLonger: (date: string) => `valid for longer than until ${date}`,
    newCertificate: 'another certificate than before',
    sameCertificate: 'the same certificate as before',
    asFingerprint: 'the one in the fingerprint file',
    otherFingerprint: (found: string) => `the fingerprint file holds ${found}`,
    noFingerprint: 'there is no fingerprint file',
    noCertificate: 'it showed no certificate',
    allListed: 'all of them',
    noneListed: 'none of them',
    notListed: (entries: string) => `not there: ${entries}`,
    stillListed: (entries: string) => `still there: ${entries}`,
    hiddenList: 'could not tell: the list is hidden from whoever is signed in',
    expired: (date: string) => `expired on ${date}`,
    running: (names: string) => `running: ${names}`,
    notRunning: 'not running',
    protectedFolder: 'only SYSTEM and Administrators have access',
    openFolder: (who: string) => `others have access: ${who}`,
    textFound: 'found in the log',
    textMissing: 'not in the log',
    sameContent: 'same content',
    otherContent: 'other content',
    absent: 'absent',
    notText: 'there, but not as text',
    empty: '(empty)',
    anyValue: 'any value',
  },
} as const;
