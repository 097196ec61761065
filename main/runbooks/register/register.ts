import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { Answers } from '../../../contract/runbook';
import { joinServerPath, type ServerPath } from '../../../contract/server-path';
import { text } from '../../../contract/text/register-procedure';
import { text as setUpText } from '../../../contract/text/set-up-procedure';
import { backupsFolder } from '../../vendor/backups';
import { CERTIFICATE_FOLDERS } from '../../vendor/certificates';
import { configurationFiles, SV_SYSTEMS_KEY, toolFolder } from '../../vendor/config-tool';
import { backupSteps } from '../backup-step';
import { passphraseProblem } from '../fields';
import { askStep, passphrasePlaces, passphraseSteps } from '../passphrase-steps';
import {
  agentStep,
  registerStep,
  registrationFiles,
  registrationKeys,
} from '../registration-steps';
import type { PlanPlaces, Runbook } from '../runbook';
import { setUpTrial } from '../set-up/trials';
import { noUndo, step } from '../steps';
import {
  checkRegisterAnswers,
  isImage,
  type RegisterAnswers,
  readRegisterAnswers,
  serverLeft,
} from './answers';
import { registerConditions } from './conditions';
import { describeRegister, NAME } from './questions';
import { configureStep, dataPortSteps, proveStep } from './steps';

/** Questions whose answers are tried as those of set-up are. */
const TRIED = ['csAddress', 'dataPort'];

/** Everything that the vendor's window and `cdpcli` write. */
function toKeep({ isChange }: RegisterAnswers, installFolder: ServerPath, facts: ServerFacts) {
  const registration = isImage(facts) ? [] : registrationKeys;
  if (!isChange) return { files: registrationFiles, registry: registration };
  const { amethyst, cxps, push, agent } = configurationFiles(installFolder, !isImage(facts));
  return {
    // The passphrase and the certificate of the configuration server lie in the folders.
    files: [amethyst, cxps, push, ...agent, ...CERTIFICATE_FOLDERS],
    registry: [...registration, { view: '32' as const, key: SV_SYSTEMS_KEY }],
  };
}

/** The passphrase tested, what was there before put back, and the vendor's window. */
function changeSteps(
  answers: RegisterAnswers,
  installFolder: ServerPath,
  facts: ServerFacts,
  places: PlanPlaces,
): PlanStep[] {
  const { file, privateFolder, vendorFolder } = passphrasePlaces(places);
  const test = {
    csAddress: answers.csAddress,
    toolFolder: toolFolder(installFolder),
    keepAs: joinServerPath(backupsFolder(places.ownFolder), 'connection.passphrase.before'),
    words: text.steps.test,
  };
  return [
    ...passphraseSteps(test, places),
    step(
      'put-back',
      text.steps.putBack,
      { kind: 'putBack', paths: [file, privateFolder, vendorFolder] },
      { touches: { files: [file] }, undo: noUndo(text.undo.putBack) },
    ),
    configureStep(answers, installFolder, facts, places),
  ];
}

function planSteps(answers: RegisterAnswers, facts: ServerFacts, places: PlanPlaces): PlanStep[] {
  const { installFolder } = facts.configuration;
  if (installFolder === null) throw new Error('A plan needs a process server that was found.');
  return [
    ...backupSteps(toKeep(answers, installFolder, facts), places),
    ...(answers.isChange ? changeSteps(answers, installFolder, facts, places) : []),
    askStep(
      'asked',
      answers.isChange ? text.steps.asked : text.steps.askedAgain,
      toolFolder(installFolder),
      answers.csAddress,
    ),
    ...(isImage(facts)
      ? []
      : [
          registerStep(installFolder),
          agentStep('agent-stop', 'stop'),
          agentStep('agent-start', 'start'),
        ]),
    ...dataPortSteps(answers, facts),
    proveStep(facts),
  ];
}

function planNotes(answers: RegisterAnswers, facts: ServerFacts): string[] {
  const { notes, findings } = text;
  const { csAddress, dataPort } = facts.configuration;
  const { thumbprint } = facts.registration;
  const found = notes.found(
    csAddress ?? findings.none,
    dataPort ?? findings.none,
    isImage(facts) ? findings.byDesign : (thumbprint ?? findings.none),
  );
  if (!answers.isChange) return [found];
  return [
    notes.writes,
    notes.screen,
    notes.stops,
    ...(dataPort === answers.dataPort ? [] : [notes.firewall(answers.dataPort)]),
    notes.secret,
    found,
  ];
}

/** The portal shows a heartbeat within this time. */
const HEARTBEAT_MINUTES = 15;

/** What no look at this server proves. */
function whatComesNext(
  answers: RegisterAnswers,
  facts: ServerFacts,
): NonNullable<PlanBody['afterwards']> {
  const words = text.afterwards;
  const left = serverLeft(answers, facts);
  const later = [
    words.refused,
    ...(isImage(facts) ? [words.image] : []),
    ...(left === null ? [] : [words.oldServer(left)]),
  ];
  return [
    { text: words.heartbeat, minutes: HEARTBEAT_MINUTES },
    ...later.map((line) => ({ text: line, minutes: 0 })),
  ];
}

const verbOf = ({ isChange }: RegisterAnswers, facts: ServerFacts): string =>
  isImage(facts) ? text.verbs.first : isChange ? text.verbs.change : text.verbs.again;

/** Registers a process server with this or another configuration server. */
export const registerRunbook: Runbook = {
  name: NAME,
  describe: (facts, answers) => describeRegister(facts, answers, setUpText.tests),
  checkAnswers: checkRegisterAnswers,
  secrets: (answers: Answers) =>
    answers.action === 'again' ? [] : [{ name: 'passphrase', check: passphraseProblem }],
  trial: (question, answers) => (TRIED.includes(question) ? setUpTrial(question, answers) : null),
  preconditions: (answers, facts) => registerConditions(readRegisterAnswers(answers, facts), facts),
  plan(given, facts, places): PlanBody {
    const answers = readRegisterAnswers(given, facts);
    return {
      runbook: NAME,
      title: text.title,
      verb: verbOf(answers, facts),
      serverName: facts.serverName,
      destructive: false,
      steps: planSteps(answers, facts, places),
      notes: planNotes(answers, facts),
      afterwards: whatComesNext(answers, facts),
    };
  },
};
