import { type AntivirusDetail, defenderSchema } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { type Result, success } from '../../../contract/problem';
import type { Server } from '../../host/server';
import { antivirusProducts } from '../../vendor/antivirus-folders';

/** Microsoft Defender, and other products by their services. What can't be asked is told so. */
export async function readAntivirus(
  { scripts }: Server,
  { services }: ServerFacts,
): Promise<Result<AntivirusDetail>> {
  const answer = await scripts.run('read-defender', {}, defenderSchema, 120);
  const otherProducts = antivirusProducts(services.map(({ name }) => name));
  if (answer.ok) return success({ defender: answer.value, why: '', otherProducts });
  const { what, toolWords } = answer.problem;
  return success({ defender: null, why: [what, ...toolWords].join(' '), otherProducts });
}
