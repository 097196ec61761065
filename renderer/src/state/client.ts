import './parsing';
import type { z } from 'zod';
import type { EventName, RequestName } from '../../../contract/channels';
import {
  type EventPayload,
  envelopeSchema,
  eventSchemas,
  type RequestInput,
  type RequestOutput,
  requestSchemas,
} from '../../../contract/ipc';
import type { Problem } from '../../../contract/problem';
import { commonText } from '../text/common';

/** What the preload puts on the window. */
interface Door {
  request(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
}

declare global {
  interface Window {
    psm: Door;
  }
}

/** A request that main answered with a problem. */
export class RequestFailed extends Error {
  constructor(readonly problem: Problem) {
    super(problem.what);
  }
}

const outputs: { [N in RequestName]: { output: z.ZodType<RequestOutput<N>> } } = requestSchemas;
const payloads: { [N in EventName]: z.ZodType<EventPayload<N>> } = eventSchemas;

/** Asks main; the parsed answer. Throws `RequestFailed` with main's problem. */
export async function request<N extends RequestName>(
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> {
  const envelope = envelopeSchema.parse(await window.psm.request(name, input));
  if (!envelope.ok) throw new RequestFailed(envelope.problem);
  return outputs[name].output.parse(envelope.value);
}

/** Listens to events of main; the call that ends it. */
export function listen<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  return window.psm.on(name, (payload) => listener(payloads[name].parse(payload)));
}

/** The problem to show for anything that was thrown. */
export function problemOf(error: unknown): Problem {
  return error instanceof RequestFailed ? error.problem : commonText.unexpectedProblem;
}
