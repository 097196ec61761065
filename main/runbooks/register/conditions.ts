import type { ServerFacts } from '../../../contract/facts';
import type { Precondition } from '../../../contract/runbook';
import { text } from '../../../contract/text/register-procedure';
import { blocksUnless, condition, generalConditions, warnsUnless } from '../conditions';
import { isImage, type RegisterAnswers, serverLeft } from './answers';
import { servicesHere } from './steps';

const words = text.conditions;

/** The vendor's window looks at nothing but the port of the configuration server. */
function dataPortCondition({ dataPort }: RegisterAnswers, facts: ServerFacts): Precondition {
  const { title, needed, taken, why, mend } = words.dataPort;
  const isFree =
    facts.configuration.dataPort === dataPort || !facts.portsInUse.includes(Number(dataPort));
  return condition(
    'dataPort',
    { title: title(dataPort), needed, why, mend },
    blocksUnless(isFree),
    isFree ? needed : taken,
  );
}

function otherServer(answers: RegisterAnswers, facts: ServerFacts): Precondition[] {
  const left = serverLeft(answers, facts);
  if (left === null) return [];
  const { other, ...rest } = words.otherServer;
  return [condition('otherServer', rest, warnsUnless(false), other(left, answers.csAddress))];
}

/** Tasks, services and remote PowerShell run in session 0, where a window waits for ever. */
function screen({ session }: ServerFacts): Precondition {
  const isSeen = session !== 0;
  return condition(
    'screen',
    words.screen,
    blocksUnless(isSeen),
    isSeen ? words.screen.needed : words.screen.missing,
  );
}

function enabled(facts: ServerFacts): Precondition {
  const disabled = facts.services
    .filter(({ name, startType }) => startType === 'disabled' && servicesHere(facts).includes(name))
    .map(({ name }) => name);
  const found =
    disabled.length === 0 ? words.enabled.needed : words.enabled.disabled(disabled.join(', '));
  return condition('enabled', words.enabled, blocksUnless(disabled.length === 0), found);
}

/** What has to hold before a registration: the parts it needs, and a port that can be used. */
export function registerConditions(answers: RegisterAnswers, facts: ServerFacts): Precondition[] {
  const { products, configuration } = facts;
  const is = (id: 'processServer' | 'parts', isThere: boolean): Precondition =>
    condition(id, words[id], blocksUnless(isThere), isThere ? words[id].needed : words[id].missing);
  const isHere = products.processServer !== null && configuration.installFolder !== null;
  const first = [...generalConditions(facts), is('processServer', isHere)];
  if (!isHere) return first;
  const { alone } = words;
  const isAlone = configuration.serverType !== '3';
  const hasParts = products.masterTarget !== null && products.agent !== null;
  return [
    ...first,
    condition('alone', alone, blocksUnless(isAlone), isAlone ? alone.needed : alone.here),
    ...(isImage(facts) ? [] : [is('parts', hasParts)]),
    enabled(facts),
    ...(answers.isChange
      ? [screen(facts), dataPortCondition(answers, facts), ...otherServer(answers, facts)]
      : []),
  ];
}
