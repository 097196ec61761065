import type { Check, CheckOf } from '../../../contract/check';
import type { ServerFacts } from '../../../contract/facts';
import type { PlanBody, PlanStep } from '../../../contract/plan';
import type { ServerPath } from '../../../contract/server-path';
import { certificatesText as text } from '../../../contract/text/certificates-procedure';
import {
  CERTIFICATE_FOLDERS,
  DATA_PORT_FINGERPRINT,
  renewCommand,
} from '../../vendor/certificates';
import { portOf } from '../../vendor/port';
import { REGISTRATION_KEY, REGISTRATION_THUMBPRINT } from '../../vendor/products';
import { backupSteps } from '../backup-step';
import { oneOf } from '../fields';
import { agentStep, registerStep, registrationKeys } from '../registration-steps';
import type { PlanPlaces, Runbook } from '../runbook';
import { noUndo, step } from '../steps';
import { certificatesConditions } from './conditions';
import { describeCertificates, NAME } from './questions';
import { dayOf, renewsDataPort, renewsRegistration, type Target, targetOf, targets } from './state';

const DATA_SERVICE = 'cxprocessserver';

const isRunning: Check = {
  kind: 'serviceIs',
  label: text.checks.runs,
  service: DATA_SERVICE,
  state: 'running',
  startTypes: [],
  withinSeconds: 60,
};

/** The port sends another certificate than before, the one of the fingerprint file. */
function renewedCheck({
  addresses,
  configuration,
  details,
}: ServerFacts): CheckOf<'portCertificate'> {
  const { seen = null, fingerprint = null } = details.certificates?.dataPort ?? {};
  return {
    kind: 'portCertificate',
    label: text.checks.renewed,
    withinSeconds: 120,
    host: addresses[0]?.address ?? '127.0.0.1',
    // Conditions let no plan be made where cxps.conf has none.
    port: portOf(configuration.dataPort) ?? 9443,
    otherThan: seen?.thumbprint ?? fingerprint,
    validAfter: seen?.validUntil ?? null,
    fingerprintFile: DATA_PORT_FINGERPRINT,
  };
}

/**
 * RenewCerts.exe and its proof in one step, so that a retry runs it again. What is renewed already is
 * not renewed again when an interrupted operation goes on.
 */
function dataPortSteps(facts: ServerFacts, installFolder: ServerPath): PlanStep[] {
  const { checks, steps, undo } = text;
  const renewed = renewedCheck(facts);
  const { host, port } = renewed;
  const answers: Check = {
    kind: 'httpsAnswers',
    label: checks.answers(port),
    withinSeconds: 120,
    host,
    port,
    status: 400,
  };
  const { seen = null, fingerprint = null } = facts.details.certificates?.dataPort ?? {};
  // With nothing to compare with it can not be told whether it was renewed before.
  const canTell = seen !== null || fingerprint !== null;
  return [
    step(
      'renew',
      steps.renew,
      {
        kind: 'run',
        ...renewCommand(installFolder),
        timeoutSeconds: 1800,
        survives: true,
        reader: 'renewal',
        log: null,
      },
      {
        touches: { files: [...CERTIFICATE_FOLDERS], services: [DATA_SERVICE] },
        usualSeconds: 60,
        cancel: 'never',
        undo: noUndo(undo.renew),
        checks: [isRunning, answers, renewed],
        skipWhen: canTell ? [isRunning, renewed] : [],
      },
    ),
  ];
}

/** cdpcli --registermt, the agent restarted, and the proof that it is not the one before. */
function registrationSteps(facts: ServerFacts, installFolder: ServerPath): PlanStep[] {
  const { validUntil } = facts.registration;
  const longer: Check = {
    kind: 'certificateValid',
    label: text.checks.longer,
    withinSeconds: 0,
    thumbprintFrom: { view: '64', key: REGISTRATION_KEY, name: REGISTRATION_THUMBPRINT },
    ...(validUntil === null ? {} : { validAfter: validUntil }),
  };
  return [
    registerStep(installFolder),
    agentStep('stop-agent', 'stop'),
    agentStep('start-agent', 'start'),
    step(
      'prove-registration',
      text.steps.proveRegistration,
      { kind: 'prove' },
      { usualSeconds: 5, undo: noUndo(text.undo.prove), checks: [longer] },
    ),
  ];
}

function planSteps(target: Target, facts: ServerFacts, places: PlanPlaces): PlanStep[] {
  const { installFolder } = facts.configuration;
  if (installFolder === null) return [];
  const isRegistration = renewsRegistration(target);
  const toKeep = {
    files: CERTIFICATE_FOLDERS,
    registry: isRegistration ? registrationKeys : [],
  };
  return [
    ...backupSteps(toKeep, places),
    ...(renewsDataPort(target) ? dataPortSteps(facts, installFolder) : []),
    ...(isRegistration ? registrationSteps(facts, installFolder) : []),
  ];
}

function planNotes(target: Target, { details, registration }: ServerFacts): string[] {
  const { notes, findings } = text;
  const seen = details.certificates?.dataPort.seen ?? null;
  const { thumbprint, validUntil } = registration;
  const isData = renewsDataPort(target);
  const isRegistration = renewsRegistration(target);
  return [
    ...(isData && seen
      ? [notes.before(findings.dataPort, seen.thumbprint, dayOf(seen.validUntil))]
      : []),
    ...(isRegistration && thumbprint !== null && validUntil !== null
      ? [notes.before(findings.registration, thumbprint, dayOf(validUntil))]
      : []),
    ...(isData ? [notes.machines] : []),
    ...(isRegistration ? [notes.sameRegistration] : []),
  ];
}

/** Shows when certificates end, and renews those of the data port and of the registration. */
export const certificatesRunbook: Runbook = {
  name: NAME,
  needs: ['certificates'],
  describe: describeCertificates,
  checkAnswers: ({ what }) => {
    const message = oneOf(what ?? '', ...targets);
    return message === null ? [] : [{ name: 'what', message }];
  },
  secrets: () => [],
  trial: () => null,
  preconditions: (answers, facts) => certificatesConditions(targetOf(answers), facts),
  plan(answers, facts, places): PlanBody {
    const target = targetOf(answers);
    return {
      runbook: NAME,
      title: text.title,
      verb: text.verb,
      serverName: facts.serverName,
      destructive: false,
      steps: planSteps(target, facts, places),
      notes: planNotes(target, facts),
    };
  },
};
