import type { WrittenPlace } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { AnswerProblem, Answers } from '../../../contract/runbook';
import { addressProcedureText } from '../../../contract/text/address-procedure';

const { wrong } = addressProcedureText;

/** A value of amethyst.conf as it is and as it should be. */
export interface SettingChange {
  setting: string;
  path: string;
  from: string;
  to: string;
}

export const placesOf = ({ details }: ServerFacts): readonly WrittenPlace[] =>
  details.writtenPlaces ?? [];

/** The last place of that role, which is the one that counts; null when there is none. */
export const placeOf = (facts: ServerFacts, role: WrittenPlace['role']): WrittenPlace | null =>
  placesOf(facts).findLast((place) => place.role === role) ?? null;

/** Windows gives itself one of these where no DHCP server answers: no machine reaches it. */
const isOwnMade = (address: string) => address.startsWith('169.254.');

/** The addresses that machines can send to. */
export const usableAddresses = ({ addresses }: ServerFacts) =>
  addresses.filter(({ address }) => !isOwnMade(address));

export const cardOf = ({ addresses }: ServerFacts, address: string) =>
  addresses.find((one) => one.address === address) ?? null;

/** The address of now, or what the written card has, or the only one; null where only the admin knows. */
export function suggestedAddress(facts: ServerFacts): string | null {
  const own = placeOf(facts, 'own')?.value ?? '';
  if (cardOf(facts, own) !== null && !isOwnMade(own)) return own;
  const card = placeOf(facts, 'card')?.value;
  const usable = usableAddresses(facts);
  const onCard = usable.filter(({ description }) => description === card);
  const candidates = onCard.length > 0 ? onCard : usable;
  return candidates.length === 1 ? (candidates[0]?.address ?? null) : null;
}

/** What has to be changed for that address; a card that is not written stays unwritten. */
export function changesFor({ address = '' }: Answers, facts: ServerFacts): SettingChange[] {
  const card = cardOf(facts, address)?.description;
  const wanted = [
    { place: placeOf(facts, 'own'), to: address },
    ...(card === undefined ? [] : [{ place: placeOf(facts, 'card'), to: card }]),
  ];
  return wanted.flatMap(({ place, to }) =>
    place === null ? [] : [{ setting: place.setting, path: place.where, from: place.value, to }],
  );
}

export function checkAddressAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[] {
  const address = answers.address ?? '';
  const problem = (message: string) => [{ name: 'address', message }];
  if (address === '') return problem(wrong.required);
  const card = cardOf(facts, address);
  if (card === null) return problem(wrong.notHere(address));
  if (isOwnMade(address)) return problem(wrong.ownMade(address));
  if (placeOf(facts, 'card') === null) return [];
  const { description } = card;
  if (description === undefined) return problem(wrong.noDescription(address));
  return /["\r\n]/.test(description) ? problem(wrong.quote(description)) : [];
}
