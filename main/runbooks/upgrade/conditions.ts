import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Precondition } from '../../../contract/runbook';
import { upgradeText } from '../../../contract/text/upgrade-procedure';
import { plainVersion } from '../../vendor/versions';
import {
  blocksUnless,
  type ConditionWords,
  condition,
  generalConditions,
  warnsUnless,
} from '../conditions';
import { installedParts } from '../set-up/conditions/installed';
import { packageCondition, versionCondition } from '../set-up/conditions/package';
import { freeGb } from '../set-up/conditions/server';
import {
  dotNetCondition,
  installerConditions,
  languageCondition,
  mySqlCondition,
} from '../set-up/conditions/windows';
import { preparedFor } from '../set-up/prepared';
import { readUpgradeAnswers, type UpgradeAnswers, versionOfFile } from './answers';
import { installedVersions, isUpgradable, pathTo } from './installed';

const text = upgradeText.conditions;
/** What set-up itself wants on the system drive and where the process server is. */
const LEAST_GB = 2;

function installedCondition(facts: ServerFacts): Precondition {
  const words = text.installed;
  const parts = installedParts(facts).join(', ');
  const found = parts === '' ? words.none : words.found(parts);
  const { serverType } = facts.configuration;
  if (serverType === '3') {
    return condition(
      'installed',
      { ...words, mend: words.isConfigurationServer },
      'blocks',
      words.configurationServer,
    );
  }
  if (isUpgradable(facts)) return condition('installed', { ...words, mend: '' }, 'passed', found);
  const version = facts.products.processServer ?? facts.products.dependencies;
  const mend = version === null ? words.setUpFirst : words.completeFirst(version);
  const unregistered = facts.registration.registered ? found : words.unregistered(found);
  return condition('installed', { ...words, mend }, 'blocks', parts === '' ? found : unregistered);
}

/** The arithmetic that ends set-up with 2 or 203, looked at before it is run. */
function pathConditions({ setupFile }: UpgradeAnswers, facts: ServerFacts): Precondition[] {
  const offered = versionOfFile(setupFile, facts);
  const installed = installedVersions(facts);
  if (offered === null || installed.length === 0) return [];
  const words = text.path;
  const path = pathTo(offered, facts);
  const target = plainVersion(offered) ?? offered;
  const found = words.found(installedParts(facts).join(', '), target);
  const blocks = (mend: string) => [condition('path', { ...words, mend }, 'blocks', found)];
  switch (path.kind) {
    case 'upgrade':
      return [condition('path', { ...words, mend: '' }, 'passed', found)];
    case 'same':
      return blocks(words.same);
    case 'higher':
      return blocks(words.higher(path.version, target));
    case 'tooOld':
      return blocks(words.tooOld(path.version, [...path.through, target].join(', ')));
    case 'otherMajor':
      return blocks(words.otherMajor(path.version, target));
    case 'unreadable':
      return blocks(words.unreadable(path.version));
  }
}

/** What tells, before anything is even prepared, that this server is to be left as it is. */
export function earlyConditions(given: Answers, facts: ServerFacts): Precondition[] {
  const answers = readUpgradeAnswers(given);
  const version = versionOfFile(answers.setupFile, facts);
  return [
    ...generalConditions(facts),
    installedCondition(facts),
    ...pathConditions(answers, facts),
    ...(version === null ? [] : [versionCondition(answers, { version })]),
  ];
}

function spaceConditions(facts: ServerFacts): Precondition[] {
  const own = facts.configuration.installFolder?.slice(0, 2).toUpperCase() ?? 'C:';
  return [...new Set(['C:', own])].map((letter) => {
    const free = freeGb(facts, letter) ?? 0;
    const words: ConditionWords = { ...text.space, title: text.space.title(letter) };
    const id = letter === 'C:' ? 'systemSpace' : 'space';
    return condition(id, words, blocksUnless(free >= LEAST_GB), text.space.found(free));
  });
}

/** Set-up asks for its endpoints directly: a silent set-up keeps no proxy that it could use. */
function endpointsCondition({ endpoints }: UpgradeAnswers, facts: ServerFacts): Precondition {
  const words = text.endpoints;
  if (endpoints !== 'reachable') {
    const skipped = { ...words, mend: words.skippedMend };
    return condition('endpoints', skipped, 'warns', words.skipped(words.reasons[endpoints]));
  }
  const proxy = facts.prerequisites.systemProxy;
  const usesProxy = facts.configuration.proxyType === 'Custom' || proxy !== null;
  return condition(
    'endpoints',
    words,
    warnsUnless(!usesProxy),
    usesProxy ? words.proxy : words.direct,
  );
}

/** The services that set-up and this plan stop have to be able to start again. */
function servicesCondition({ services }: ServerFacts): Precondition {
  const words = text.services;
  const hanging = services.filter(({ mustRun, state }) => mustRun && state === 'stopping');
  const disabled = services.filter(({ mustRun, startType }) => mustRun && startType === 'disabled');
  const names = (found: typeof services) => found.map(({ name }) => name).join(', ');
  const found =
    hanging.length > 0
      ? words.hanging(names(hanging))
      : disabled.length > 0
        ? words.disabled(names(disabled))
        : words.good;
  return condition('services', words, blocksUnless(found === words.good), found);
}

/** Everything that is looked at before an upgrade may begin. */
export function upgradeConditions(given: Answers, facts: ServerFacts): Precondition[] {
  const answers = readUpgradeAnswers(given);
  return [
    ...earlyConditions(given, facts),
    packageCondition(preparedFor(answers.setupFile, facts)),
    ...installerConditions(facts),
    languageCondition(facts),
    dotNetCondition(facts),
    mySqlCondition(facts),
    ...spaceConditions(facts),
    endpointsCondition(answers, facts),
    servicesCondition(facts),
  ];
}
