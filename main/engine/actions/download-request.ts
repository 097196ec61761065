import { z } from 'zod';
import type { Result } from '../../../contract/problem';
import { secretFields } from '../../../contract/secret';
import type { ActionContext, Perform } from './context';
import { partPlaces } from './download-part';

export type DownloadAction = Parameters<Perform<'download'>>[0];

const answerSchema = z.union([
  z.object({ outcome: z.literal('redirect'), location: z.string() }),
  z.object({
    outcome: z.literal('done'),
    /** Bytes the file has now. */
    bytes: z.number(),
    /** Bytes it should have; -1 when the server does not say. */
    total: z.number(),
    validator: z.string(),
  }),
  z.object({
    outcome: z.enum(['refused', 'proxyRefused']),
    status: z.number(),
    message: z.string(),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Asks once for a file from `offset` on, by the shipped script; a redirect is only reported. */
export function sendRequest(
  action: DownloadAction,
  context: ActionContext,
  request: { address: string; offset: number; validator: string },
  onProgress: (progress: { bytes: number; total: number; validator: string }) => void,
): Promise<Result<Answer>> {
  const input = {
    ...action.input,
    ...secretFields(action.secretInput, context.secrets),
    address: request.address,
    path: partPlaces(action.path).part,
    offset: String(request.offset),
    validator: request.validator,
  };
  const { signal } = context;
  const { script, timeoutSeconds } = action;
  return context.server.scripts.run(script, input, answerSchema, timeoutSeconds, {
    signal,
    onProgress,
  });
}
