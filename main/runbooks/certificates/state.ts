import type { CertificatesDetail } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { Answers } from '../../../contract/runbook';
import { WARNING_DAYS } from '../../vendor/certificates';

export const targets = ['dataPort', 'registration', 'both'] as const;
export type Target = (typeof targets)[number];

export const isTarget = (value: string | undefined): value is Target =>
  targets.some((one) => one === value);

export const targetOf = ({ what }: Answers): Target => (isTarget(what) ? what : 'dataPort');

export const renewsDataPort = (target: Target): boolean => target !== 'registration';
export const renewsRegistration = (target: Target): boolean => target !== 'dataPort';

/** Whole days from the look until then, in the server's own time; -1 on the day it is over. */
export function daysLeft(validUntil: string, { lookedAt }: CertificatesDetail): number {
  return Math.floor((Date.parse(validUntil) - Date.parse(lookedAt)) / 86_400_000);
}

export const isDue = (validUntil: string, detail: CertificatesDetail): boolean =>
  daysLeft(validUntil, detail) <= WARNING_DAYS;

/** The day a certificate ends, as all pages write it. */
export const dayOf = (validUntil: string): string => validUntil.slice(0, 10);

/** What needs renewal first; what nobody can tell is not suggested. */
export function dueTarget({ details, registration }: ServerFacts): Target {
  const { certificates } = details;
  if (!certificates) return 'dataPort';
  const { seen } = certificates.dataPort;
  const isDataDue = seen !== null && isDue(seen.validUntil, certificates);
  const until = registration.validUntil;
  const isRegistrationDue = until !== null && isDue(until, certificates);
  if (isDataDue && isRegistrationDue) return 'both';
  return isRegistrationDue ? 'registration' : 'dataPort';
}
