import { z } from 'zod';
import type { Leftover } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import type { Server } from '../../host/server';
import { knownLeftovers, REGISTRATION_CERTIFICATE_ID, usedByOthers } from '../../vendor/leftovers';

const answerSchema = z.object({
  certificates: z.string(),
  firewallRules: z.string(),
  keys: z.string(),
  services: z.string(),
});

const LOOK_SECONDS = 120;

const listed = (text: string) => new Set(text.split('|').map((name) => name.toLowerCase()));

/** What is on this server of the known leftovers of parts that are not installed any more. */
export async function findLeftovers(
  server: Server,
  { products, registration, prerequisites }: ServerFacts,
): Promise<Result<Leftover[]>> {
  const programs = await server.programs.list();
  const shared = usedByOthers(programs.map(({ displayName }) => displayName));
  const possible: Leftover[] = knownLeftovers
    .filter(({ id, goneWith }) => products[goneWith] === null && !shared.includes(id))
    .map(({ id, kind, name }) => ({ id, kind, name }));
  if (products.masterTarget === null && registration.thumbprint !== null) {
    const name = registration.thumbprint;
    possible.push({ id: REGISTRATION_CERTIFICATE_ID, kind: 'certificate', name });
  }
  const names = (kind: Leftover['kind']) =>
    possible
      .filter((one) => one.kind === kind)
      .map(({ name }) => name)
      .join('|');
  const asked = {
    certificates: names('certificate'),
    firewallRules: names('firewallRule'),
    keys: names('key'),
    services: names('service'),
  };
  const answer = await server.scripts.run('find-leftovers', asked, answerSchema, LOOK_SECONDS);
  if (!answer.ok) return answer;
  const there = {
    certificate: listed(answer.value.certificates),
    firewallRule: listed(answer.value.firewallRules),
    key: listed(answer.value.keys),
    service: listed(answer.value.services),
  };
  const found: Leftover[] = [];
  for (const one of possible) {
    const { kind, name } = one;
    const isThere =
      kind === 'folder'
        ? (await server.files.stat(name)) !== null
        : kind === 'junction'
          ? prerequisites.asrFolder === 'junction'
          : there[kind].has(name.toLowerCase());
    if (isThere) found.push(one);
  }
  return success(found);
}
