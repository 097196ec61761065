import { by, byExcept, notShown, type Proof } from './proof';

const exitCodes = 'exit code 3010 arrives whole';
const codePages = 'output of a Windows whose console has code page 850 is read in it';
const flood = 'of a tool that floods, a reader of its whole output gets the beginning and the end';
const standInAnswers = 'set-up: from nothing to proven';
const noPowerShell = 'the shipped scripts themselves, which need a PowerShell: stand-ins answer';

/** Starting programs, reading what they print, and the protocol of the scripts. */
export const processProofs: Readonly<Record<string, Readonly<Record<string, Proof>>>> = {
  'async-queue.ts': {
    'AsyncQueue.push': by('output is told as it comes'),
    'AsyncQueue.close': by('output is told as it comes'),
  },
  'collect.ts': {
    collect: by(exitCodes, 'a secret goes in by standard input'),
    describeEnd: by('services: an sc.exe that hangs is ended, and named'),
  },
  'command-line.ts': {
    splitArguments: by('installers: a real MSI is listed'),
    readingsOf: by('installers: what real Inno Setup packages entered'),
  },
  'decoding.ts': {
    'StreamingDecoder.write': by('output in oem', 'output in utf8', 'output in utf16le'),
    'StreamingDecoder.end': by('output that ends in the middle of a character'),
    createDecoder: by(codePages),
    decodeFile: by('registry: every type of value', 'files: what is missing is told'),
  },
  'dialogue.ts': {
    'Dialogue.isAsking': by('dialogue: a program that asks is answered'),
    'Dialogue.answer': by('dialogue: a program that asks', 'dialogue: left without an answer'),
    'Dialogue.onChunk': notShown('it only hands on what was printed; a procedure test shows it'),
    holdDialogue: by(
      'dialogue: a program that asks is answered',
      'dialogue: left without an answer',
      'dialogue: a program that never asks',
      'dialogue: an answer to a program that has ended',
    ),
  },
  'execa-runner.ts': {
    'Launch.wholeExitCode': notShown('Windows tells the whole code; it is for Linux only'),
    createExecaRunner: byExcept(
      'access denied at a start: this Wine runs what its access list forbids',
      exitCodes,
      'a program that is not there',
      'a tool that hangs is ended',
      'arguments: whatever the form accepts',
    ),
  },
  'limited-output.ts': { limitOutput: by(flood, 'step host: a tool that floods') },
  'oem-code-page.ts': {
    readOemCodePage: by(codePages, 'a code page that is nonsense'),
    askOemCodePage: by(codePages),
    askedOnce: by('the code page is read with the first byte beyond ASCII'),
  },
  'ports.ts': {
    'ToolRunner.run': by(exitCodes, 'a tool is cancelled', 'a program gets a fixed environment'),
    'RunningProcess.answer': by('dialogue: a program that asks is answered'),
    'ProcessRunner.adopt': by('adoption: a tool that ended meanwhile', 'set-up: psm is killed'),
    'ProcessRunner.leftTool': by('kill: a plain tool dies with the program'),
    'ServerFiles.read': by('files: written whole over one that exists'),
    'ServerFiles.write': byExcept(
      'over a read-only file: Wine renames over one; that a flush reaches the disk: no power is cut',
      'files: written whole over one that exists',
      'files: what is written is there though its writer is killed at once',
    ),
    'ServerFiles.copy': by('files: the hash of a file, and a copy with the same hash'),
    'ServerFiles.move': by('files: moved over one that exists'),
    'ServerFiles.remove': by('files: one that another program holds'),
    'ServerFiles.removeTree': byExcept(
      'junctions: Wine has none',
      'files: a tree with a file in use tells which',
    ),
    'ServerFiles.removeUnfinished': by('set-up: from nothing to proven'),
    'ServerFiles.removeEmptyFolder': by('files: only an empty folder is removed'),
    'ServerFiles.makeFolder': by('files: a path of 498 characters'),
    'ServerFiles.list': by('files: names ignore case'),
    'ServerFiles.stat': by('files: what is missing is told'),
    'ServerFiles.sha256': by('files: the hash of a file'),
    'ServerNetwork.probeHttps': by(
      'network: a server as the data port answers 400',
      'network: an expired certificate',
      'network: a port behind a firewall',
    ),
    'ServerNetwork.probeTcp': by('network: a port nobody listens on refuses'),
    'ServerClock.now': by('set-up: from nothing to proven'),
    'ServerClock.sleep': by('services: one that starts and stops slowly is waited for'),
    'StateStore.append': by('set-up: psm is killed'),
    'StateStore.lines': by('journal: a last line that was cut short is left out'),
    'StateStore.operations': by('lock: the lock of a killed process can be taken'),
    'StateStore.stepFolder': by('set-up: psm is killed'),
    'StateStore.stepEndpoint': by('set-up: psm is killed'),
    'StateStore.lock': byExcept(
      'the refusal of a second holder: Wine 8 lets two hold one pipe',
      'lock: the lock of a killed process can be taken',
    ),
    'StateStore.isLocked': by('lock: the lock of a killed process can be taken'),
    'StateStore.writeDocument': by('set-up: from nothing to proven'),
  },
  'process-is-alive.ts': { processIsAlive: by('kill: a plain tool dies with the program') },
  'script-output.ts': { followScript: byExcept(noPowerShell, standInAnswers) },
  'scripts.ts': {
    'Scripts.run': byExcept(noPowerShell, standInAnswers, 'signatures: a program without one'),
    'Scripts.together': byExcept(noPowerShell, standInAnswers),
    'ScriptOptions.onProgress': notShown('only the download tells progress, by its script'),
    asciiJson: byExcept(noPowerShell, 'signatures: Windows and osslsigncode agree'),
    scriptArguments: byExcept(noPowerShell, standInAnswers),
    createScripts: byExcept(noPowerShell, standInAnswers),
  },
  'step-host-files.ts': {
    writeWhole: by('a small file is written whole 200 times'),
    readWhole: by('a small file is written whole 200 times'),
  },
  'step-host-program.ts': { stepHostProgram: by('step host: arguments, output') },
  'step-host-run.ts': {
    runStepHost: byExcept(
      'the refusal of a second host for one step: Wine 8 lets two hold one pipe',
      'step host: arguments, output',
      'kill: a step host that is killed takes its tool with it',
    ),
  },
  'surviving-runner.ts': {
    createSurvivingRunner: by('kill: a plain tool dies with the program', 'step host: its tool is'),
  },
  'windows-server.ts': {
    folderFrom: by('a program gets a fixed environment, not ours'),
    windowsPlaces: by('a program gets a fixed environment, not ours'),
    toolEnvironment: by('a program gets a fixed environment, not ours'),
    createWindowsTools: by('a program is started by its full path only'),
    createWindowsServer: by('set-up: from nothing to proven'),
  },
};
