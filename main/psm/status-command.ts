import type { ServerFacts } from '../../contract/facts';
import { text } from '../../contract/text/psm';
import { orThrow } from '../application/problem-error';
import { installedParts } from '../runbooks/set-up/conditions/installed';
import { standAloneServices } from '../vendor/services';
import { type GlobalOptions, openFor } from './context';
import { EXIT } from './exit-codes';

function sentences(facts: ServerFacts): string[] {
  const words = text.status;
  const parts = installedParts(facts);
  if (parts.length === 0) return [words.none];
  if (parts.length < 4) return [words.partial(parts.join(', '))];
  const { registered, validUntil } = facts.registration;
  if (!registered) return [words.notRegistered];
  const expected = standAloneServices.map(({ name }) => name.toLowerCase());
  const here = facts.services.filter(({ name }) => expected.includes(name.toLowerCase()));
  const stopped = here.filter(({ state }) => state !== 'running').map(({ name }) => name);
  return [
    words.working(
      here.length - stopped.length,
      expected.length,
      facts.configuration.csAddress ?? '',
    ),
    ...(stopped.length > 0 ? [words.stopped(stopped.join(', '))] : []),
    ...(validUntil === null ? [] : [words.validUntil(validUntil.slice(0, 10))]),
  ];
}

/** `psm status`: what this server is. Changes nothing. */
export async function status(options: GlobalOptions): Promise<number> {
  const { application, console } = await openFor(options);
  const facts = orThrow(await application.procedures.detect());
  for (const line of sentences(facts)) console.say(line);
  const open = application.operations.current();
  const elsewhere = open !== null && (await application.operations.isLockedElsewhere());
  const status = elsewhere ? 'running' : open?.status;
  if (open && elsewhere) console.say(text.lockedElsewhere(open.plan.body.title));
  else console.say(open ? text.open(open.plan.body.title, open.status) : text.nothingOpen);
  console.tell({
    event: 'status',
    facts,
    operation: open && { id: open.id, runbook: open.plan.body.runbook, status },
  });
  return EXIT.done;
}
