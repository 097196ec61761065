import type { ServerFacts } from '../../../contract/facts';
import type { Answers, Precondition } from '../../../contract/runbook';
import { serverFileName } from '../../../contract/server-path';
import { addressProcedureText } from '../../../contract/text/address-procedure';
import { servicesProcedureText } from '../../../contract/text/services-procedure';
import { isCutByServices } from '../../vendor/written-addresses';
import {
  blocksUnless,
  condition,
  generalConditions,
  processServerCondition,
  warnsUnless,
} from '../conditions';
import { stoppable } from '../services/conditions';
import { cardOf, placeOf, placesOf } from './answers';
import { readersOfAddress, restartAnswers } from './extent';

const text = addressProcedureText.conditions;

/** One that is disabled and runs could be stopped, but not started again. */
function startable(facts: ServerFacts): Precondition {
  const words = servicesProcedureText.conditions.startable;
  const disabled = readersOfAddress(facts).filter(({ seen }) => seen.startType === 'disabled');
  const names = disabled.map(({ seen }) => seen.name).join(', ');
  const found = disabled.length === 0 ? words.needed : words.disabled(names);
  return condition('startable', words, blocksUnless(disabled.length === 0), found);
}

function oldAddress(address: string, facts: ServerFacts): Precondition {
  const old = placeOf(facts, 'own')?.value ?? '';
  const isThere = old !== address && cardOf(facts, old) !== null;
  const found = isThere ? text.old.there(old) : text.old.needed;
  return condition('old', text.old, warnsUnless(!isThere), found);
}

function fixedAddress(address: string, facts: ServerFacts): Precondition {
  const isFixed = cardOf(facts, address)?.dhcp !== true;
  const found = isFixed ? address : text.dhcp.found(address);
  return condition('dhcp', text.dhcp, warnsUnless(isFixed), found);
}

/** Places that name the old address too and are left alone, as file and setting. */
export function placesToChangeByHand(address: string, facts: ServerFacts): string[] {
  const old = placeOf(facts, 'own')?.value ?? '';
  const others = placesOf(facts).filter(({ role }) => role === 'other' && old !== address);
  return others.map(({ where, setting }) => `${serverFileName(where)} (${setting})`);
}

function otherPlaces(address: string, facts: ServerFacts): Precondition {
  const names = placesToChangeByHand(address, facts);
  const found = names.length === 0 ? text.others.needed : text.others.found(names.join(', '));
  return condition('others', text.others, warnsUnless(names.length === 0), found);
}

function readableCard(address: string, facts: ServerFacts): Precondition[] {
  const card = cardOf(facts, address)?.description ?? '';
  if (placeOf(facts, 'card') === null || !isCutByServices(card)) return [];
  return [condition('readable', text.readable, 'warns', text.readable.found(card))];
}

/** What has to hold before the written address is changed. */
export function addressConditions(answers: Answers, facts: ServerFacts): Precondition[] {
  const { processServer, alone, written } = text;
  const isHere = facts.products.processServer !== null;
  const isAlone = facts.configuration.serverType !== '3';
  const isWritten = placeOf(facts, 'own') !== null;
  const first = [...generalConditions(facts), processServerCondition(processServer, facts)];
  if (!isHere) return first;
  const address = answers.address ?? '';
  return [
    ...first,
    condition('alone', alone, blocksUnless(isAlone), isAlone ? alone.needed : alone.together),
    condition(
      'written',
      written,
      blocksUnless(isWritten),
      isWritten ? written.needed : written.missing,
    ),
    startable(facts),
    stoppable(restartAnswers(facts), facts),
    oldAddress(address, facts),
    fixedAddress(address, facts),
    otherPlaces(address, facts),
    ...readableCard(address, facts),
  ];
}
