import type { CertificatesDetail } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { Finding, Procedure } from '../../../contract/runbook';
import { certificatesText as text } from '../../../contract/text/certificates-procedure';
import { WARNING_DAYS } from '../../vendor/certificates';
import { choicesOf, makeQuestion } from '../question';
import { dayOf, daysLeft, dueTarget, isDue, targets } from './state';

export const NAME = 'certificates';

const words = text.findings;

const ending = (label: string, until: string, detail: CertificatesDetail): Finding => ({
  label,
  value: words.until(dayOf(until), daysLeft(until, detail)),
  isGood: !isDue(until, detail),
});

/** What a port showed, and whether the vendor's file knows the same certificate. */
function shownFindings(
  names: { port: string; file: string },
  shown: CertificatesDetail['dataPort'],
  detail: CertificatesDetail,
): Finding[] {
  const { seen, why, fingerprint } = shown;
  const isSame = seen !== null && fingerprint === seen.thumbprint;
  const compared = seen === null ? words.notCompared : isSame ? words.same : words.other;
  return [
    seen === null
      ? { label: names.port, value: words.unknown(why), isGood: null }
      : ending(names.port, seen.validUntil, detail),
    fingerprint === null
      ? { label: names.file, value: words.noFile, isGood: false }
      : { label: names.file, value: compared, isGood: seen === null ? null : isSame },
  ];
}

function registrationFinding({ registration }: ServerFacts, detail: CertificatesDetail): Finding {
  const { registered, validUntil } = registration;
  if (validUntil !== null) return ending(words.registration, validUntil, detail);
  const value = registered ? words.noStore : words.notRegistered;
  return { label: words.registration, value, isGood: registered ? false : null };
}

function findings(facts: ServerFacts): Finding[] {
  const { certificates } = facts.details;
  if (!certificates || facts.products.processServer === null) return [];
  const data = { port: words.dataPort, file: words.dataPortFile };
  const remote = { port: words.configurationServer, file: words.configurationServerFile };
  return [
    ...shownFindings(data, certificates.dataPort, certificates),
    registrationFinding(facts, certificates),
    ...shownFindings(remote, certificates.configurationServer, certificates),
    { label: words.warning, value: words.warningDays(WARNING_DAYS), isGood: null },
  ];
}

/** The question, with when each certificate ends. */
export function describeCertificates(facts: ServerFacts): Procedure {
  const { what } = text.questions;
  return {
    name: NAME,
    title: text.title,
    introduction: [...text.introduction],
    preparedBy: null,
    sections: [{ id: 'what', title: text.section, place: 'questions', findings: findings(facts) }],
    questions: [
      makeQuestion('what', 'what', 'choice', what, {
        suggestion: dueTarget(facts),
        choices: choicesOf(targets, what),
      }),
    ],
  };
}
