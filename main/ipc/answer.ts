import { z } from 'zod';
import type { RequestName } from '../../contract/channels';
import {
  type Envelope,
  type RequestInput,
  type RequestOutput,
  requestSchemas,
} from '../../contract/ipc';
import { type Problem, problemSchema } from '../../contract/problem';
import { text } from '../../contract/text/requests';
import type { Handlers } from '../services';
import { type IpcSender, isTrustedSender, type TrustedWindow } from './sender';

const carriesProblem = z.object({ problem: problemSchema });
const carriesCode = z.object({ code: z.string().max(60) });

/** The same table as `requestSchemas`, with input and output tied to the name for the compiler. */
const schemas: {
  [N in RequestName]: { input: z.ZodType<RequestInput<N>>; output: z.ZodType<RequestOutput<N>> };
} = requestSchemas;

/**
 * Makes the answerer of one request: refuses strangers, parses the input, calls the handler,
 * parses the output. Never rejects; every error becomes a problem without stack, message text of
 * unknown origin or sent value, because any of those could hold a secret.
 */
export function answerer<N extends RequestName>(
  name: N,
  handler: Handlers<N>[N],
  trusted: () => TrustedWindow | null,
): (event: IpcSender, input: unknown) => Promise<Envelope> {
  return async (event, input) => {
    if (!isTrustedSender(event, trusted())) return { ok: false, problem: strangerProblem };
    const parsed = schemas[name].input.safeParse(input);
    if (!parsed.success) return { ok: false, problem: inputProblem(name, parsed.error) };
    try {
      const output = await handler(parsed.data);
      return { ok: true, value: schemas[name].output.parse(output) };
    } catch (error) {
      return { ok: false, problem: problemOf(name, error) };
    }
  };
}

const strangerProblem: Problem = { ...text.stranger, toolWords: [], code: 'stranger' };

function inputProblem(name: RequestName, error: z.ZodError): Problem {
  const places = error.issues.map((issue) => issue.path.join('.'));
  return { ...text.badRequest, toolWords: [name, ...places].filter(Boolean), code: 'badRequest' };
}

function problemOf(name: RequestName, error: unknown): Problem {
  const known = carriesProblem.safeParse(error);
  if (known.success) return known.data.problem;
  const coded = carriesCode.safeParse(error);
  const kind = error instanceof z.ZodError ? 'badAnswer' : 'unexpected';
  return { ...text.unexpected, toolWords: [name], code: coded.success ? coded.data.code : kind };
}
