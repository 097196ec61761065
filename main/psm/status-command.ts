import type { ServerFacts } from '../../contract/facts';
import { text } from '../../contract/text/psm';
import { orThrow } from '../application/procedures';
import { installedParts } from '../runbooks/set-up/conditions';
import { standAloneServices } from '../vendor/services';
import { type GlobalOptions, openFor } from './context';
import { EXIT, exitOfProblem } from './exit-codes';
import { follow } from './follow';
import { readSecretFiles, readSecretInput } from './input';
import { WrongUse } from './wrong-use';

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

/** `psm resume [ID]`: goes on with the open operation, else with the last one that did not end well. */
export async function resume(
  id: string | undefined,
  options: GlobalOptions & { secret?: string[] },
): Promise<number> {
  const { application, console } = await openFor(options);
  const { operations, secrets, stateProblem } = application;
  if (stateProblem) {
    console.problem(stateProblem);
    return EXIT.forbidden;
  }
  if (id !== undefined && !operations.list().some((one) => one.id === id)) {
    throw new WrongUse(text.operationUnknown(id));
  }
  for (const [name, value] of readSecretFiles(options.secret ?? [])) secrets.enter(name, value);
  const adopted = await operations.recover(secrets.all());
  if (adopted) {
    const code = await follow({ application }, console, adopted);
    const problem = operations.state(adopted.operationId).problem?.code ?? '';
    if (!['toolLost', 'secretsNeeded'].includes(problem)) return code;
    // The tool died after all, or the next step wants a secret: go on as with any other.
  }
  const newest = operations.list()[0];
  const unfinished =
    newest && ['failed', 'cancelled'].includes(newest.status) ? newest.id : undefined;
  const operationId = id ?? operations.current()?.id ?? unfinished;
  if (operationId === undefined) {
    console.say(text.nothingToResume);
    return EXIT.done;
  }
  let started = await operations.takeUp(operationId, secrets.all());
  if (!started.ok && started.problem.code === 'secretsNeeded') {
    for (const [name, value] of await readSecretInput()) secrets.enter(name, value);
    started = await operations.takeUp(operationId, secrets.all());
  }
  if (started.ok) return follow({ application }, console, started.value);
  console.problem(started.problem);
  return exitOfProblem(started.problem.code);
}
