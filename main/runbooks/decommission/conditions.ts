import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Precondition } from '../../../contract/runbook';
import { text as all } from '../../../contract/text/decommission-procedure';
import {
  blocksUnless,
  condition,
  generalConditions,
  installerCondition,
  restartCondition,
  warnsUnless,
} from '../conditions';
import { installedParts, isConfigurationServerGone, removalFacts } from './answers';

const text = all.conditions;

function configurationServer(answers: Answers, facts: ServerFacts): Precondition {
  const words = text.configurationServer;
  const seen = removalFacts(facts).configurationServer;
  const hasProcessServer = facts.products.processServer !== null;
  if (isConfigurationServerGone(answers)) {
    return condition('configurationServer', words, 'warns', words.gone);
  }
  // Without the process server there is nothing left that could take itself off.
  const isGood = seen?.answers === true || !hasProcessServer;
  return condition('configurationServer', words, blocksUnless(isGood), seen?.said ?? words.unknown);
}

function agent(answers: Answers, facts: ServerFacts): Precondition {
  const words = text.agent;
  const { backupSigns } = removalFacts(facts);
  const isOnly = answers.agent === 'only';
  if (facts.products.agent !== null && isOnly && backupSigns.length > 0) {
    return condition('agent', words, 'blocks', words.seen(backupSigns));
  }
  if (facts.products.agent === null || isOnly) {
    return condition('agent', words, 'passed', words.needed);
  }
  if (!answers.agent) return condition('agent', words, 'warns', words.unanswered(backupSigns));
  return answers.agent === 'stays'
    ? condition('agent', words, 'blocks', words.stays)
    : condition('agent', words, 'warns', words.mayGo(backupSigns));
}

function uninstallers(facts: ServerFacts): Precondition {
  const words = text.uninstallers;
  const seen = removalFacts(facts).uninstallers;
  // Windows Installer removes the other parts by their product code.
  const missing = installedParts(facts).filter(
    (part) => (part === 'processServer' || part === 'dependencies') && !seen[part],
  );
  const found =
    missing.length === 0 ? words.needed : words.missing(missing.map((part) => all.parts[part]));
  return condition('uninstallers', words, blocksUnless(missing.length === 0), found);
}

/** What has to hold before anything is removed. */
export function decommissionConditions(answers: Answers, facts: ServerFacts): Precondition[] {
  const parts = installedParts(facts);
  const { installed, role, registered, installer, restart, temporary } = text;
  const isAlone = facts.configuration.serverType !== '3';
  const isHere = parts.length > 0;
  const first = [
    ...generalConditions(facts),
    condition(
      'installed',
      installed,
      blocksUnless(isHere),
      isHere ? installed.needed : installed.missing,
    ),
    condition('role', role, blocksUnless(isAlone), isAlone ? role.needed : role.both),
  ];
  if (!isHere) return first;
  const { temporaryFiles } = removalFacts(facts);
  const isRegistered = facts.registration.registered || facts.products.masterTarget === null;
  const own = temporaryFiles.filter((path) => !/\\ASRSetup$/i.test(path));
  const deletesTemp = parts.includes('dependencies') && own.length > 0;
  return [
    ...first,
    configurationServer(answers, facts),
    condition(
      'registered',
      registered,
      warnsUnless(isRegistered),
      isRegistered ? registered.needed : registered.missing,
    ),
    agent(answers, facts),
    uninstallers(facts),
    installerCondition(installer, facts),
    restartCondition(restart, facts, warnsUnless),
    condition(
      'temporary',
      temporary,
      warnsUnless(!deletesTemp),
      deletesTemp ? temporary.found(own) : temporary.needed,
    ),
  ];
}
