import type { WrittenPlace } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { Finding, Procedure } from '../../../contract/runbook';
import { serverFileName } from '../../../contract/server-path';
import { addressProcedureText as text } from '../../../contract/text/address-procedure';
import { makeQuestion } from '../question';
import { cardOf, placesOf, suggestedAddress, usableAddresses } from './answers';

export const NAME = 'address';

const words = text.places;

/** How a place is, beside what the server has now. */
function findingOf(place: WrittenPlace, facts: ServerFacts): Finding {
  const { role, where, setting, value } = place;
  const file = serverFileName(where);
  switch (role) {
    case 'own': {
      const isGood = cardOf(facts, value) !== null;
      const shown = value === '' ? words.empty : isGood ? value : words.old(value);
      return { label: words.own(file), value: shown, isGood };
    }
    case 'card': {
      const isGood = facts.addresses.some(({ description }) => description === value);
      const shown = value === '' ? words.empty : isGood ? value : words.unused(value);
      return { label: words.card(file), value: shown, isGood };
    }
    case 'configurationServer': {
      const label = words.configurationServer(setting, file);
      return { label, value: words.ofConfigurationServer(value), isGood: null };
    }
    case 'other':
      return {
        label: words.other(setting, file),
        value: cardOf(facts, value) === null ? words.byHand(value) : value,
        isGood: cardOf(facts, value) === null ? false : null,
      };
  }
}

const cardFindings = ({ addresses }: ServerFacts): Finding[] =>
  addresses.map(({ adapter, address, description = '', dhcp }) => ({
    label: text.card(adapter),
    value: text.cardValue(address, description, dhcp),
    isGood: null,
  }));

/** The one question, beside every place where an address or the card is written. */
export function describeAddress(facts: ServerFacts): Procedure {
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [
      {
        id: 'address',
        title: text.section,
        place: 'questions',
        findings: [
          ...placesOf(facts).map((place) => findingOf(place, facts)),
          ...cardFindings(facts),
        ],
      },
    ],
    questions: [
      makeQuestion('address', 'address', 'choice', text.question, {
        suggestion: suggestedAddress(facts),
        choices: usableAddresses(facts).map(({ address, adapter, description }) => ({
          value: address,
          label: address,
          hint: [adapter, description ?? ''].filter((part) => part !== '').join(', '),
        })),
      }),
    ],
  };
}
