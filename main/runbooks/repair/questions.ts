import type { ServerFacts } from '../../../contract/facts';
import type { Finding, Procedure } from '../../../contract/runbook';
import { repairProcedureText as text } from '../../../contract/text/repair-procedure';
import { sessionsOf } from '../conditions';
import { makeQuestion } from '../question';
import { thereAndMissing } from '../set-up/remains';
import {
  goneServices,
  lacksLink,
  lacksRegistration,
  linkTarget,
  notRunning,
  wrongStartTypes,
} from './broken';
import { hasMixedVersions, wayOut } from './way-out';

export const NAME = 'repair';

const words = text.findings;

/** Every way out that counts, the biggest alone: it does the others too. */
function waysOf(facts: ServerFacts): string[] {
  const { ways } = text;
  switch (wayOut(facts)) {
    case 'configurationServer':
      return [ways.configurationServer.name];
    case 'setUp':
      return [ways.setUp.name];
    case 'reinstall':
    case 'beforeProcessServer':
      return [ways.reinstall.name];
    case 'remove':
      return [ways.remove.name];
    case 'upgrade':
    case 'none': {
      const isBroken = wrongStartTypes(facts).length > 0 || notRunning(facts).length > 0;
      const found = [
        ...(wayOut(facts) === 'upgrade' ? [ways.upgrade.name] : []),
        ...(goneServices(facts).length > 0 ? [ways.gone.name] : []),
        ...(lacksLink(facts) && linkTarget(facts) !== null ? [ways.link.name] : []),
        ...(isBroken ? [ways.services.name] : []),
        ...(lacksRegistration(facts) ? [ways.register.name] : []),
      ];
      return found.length === 0 ? [ways.nothing.name] : found;
    }
  }
}

function findings(facts: ServerFacts): Finding[] {
  const { there, missing } = thereAndMissing(facts);
  const { asrFolder } = facts.prerequisites;
  const hasProcessServer = facts.products.processServer !== null;
  const isLinked = asrFolder === 'junction';
  const kept = facts.packages.flatMap(({ state, version }) =>
    state === 'verified' && version !== null ? [version] : [],
  );
  const sessions = sessionsOf(facts);
  const finding = (label: string, value: string, isGood: boolean | null): Finding => ({
    label,
    value,
    isGood,
  });
  return [
    ...waysOf(facts).map((way) => finding(words.way, way, null)),
    ...missing.map((line) => finding(words.missing, line, false)),
    // Among parts of two versions none is good for being there.
    ...there.map((line) => finding(words.there, line, hasMixedVersions(facts) ? null : true)),
    finding(
      words.junction,
      words.junctionStates[asrFolder],
      hasProcessServer ? isLinked : asrFolder === 'folder' ? false : null,
    ),
    finding(words.kept, kept.length === 0 ? words.keptNone : kept.join(', '), null),
    finding(
      words.restart,
      facts.pendingRestart ? words.restartPending : words.noRestart,
      facts.pendingRestart ? false : null,
    ),
    finding(
      words.running,
      sessions.length === 0 ? words.runningNone : sessions.join(', '),
      sessions.length === 0 ? null : false,
    ),
  ];
}

const onOff = { required: false, suggestion: 'yes' } as const;

/** What may be mended, beside what is there and what is missing. */
export function describeRepair(facts: ServerFacts): Procedure {
  const { services, link, registration } = text.questions;
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [{ id: 'found', title: text.section, place: 'questions', findings: findings(facts) }],
    questions: [
      makeQuestion('services', 'found', 'toggle', services, onOff),
      makeQuestion('link', 'found', 'toggle', link, onOff),
      makeQuestion('registration', 'found', 'toggle', registration, onOff),
    ],
  };
}
