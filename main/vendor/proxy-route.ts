import { z } from 'zod';
import type { ScriptReader, ToolJudgement } from '../../contract/reader';
import { proxyRouteText as text } from '../../contract/text/proxy-route';

/** How a request leaves this server. `windows`: signed in as whoever runs this program. */
export interface ProxyRoute {
  mode: 'none' | 'system' | 'custom';
  server: string;
  port: string;
  signIn: 'none' | 'given' | 'windows';
  user: string;
}

/** The input of the shipped scripts that make requests; the password is filled in while sending. */
export const routeInput = ({ mode, server, port, signIn, user }: ProxyRoute) => ({
  proxyMode: mode,
  proxyServer: server,
  proxyPort: port,
  signIn,
  user,
  password: '',
});

/** The secret such a script needs, by the field of its input. */
export const routeSecret = ({ signIn }: ProxyRoute): Record<string, string> =>
  signIn === 'given' ? { password: 'proxyPassword' } : {};

/** What the script test-proxy answers. */
const answerSchema = z.object({
  reached: z.boolean(),
  status: z.number(),
  proxyStatus: z.number(),
  schemes: z.string(),
  message: z.string(),
  identity: z.string(),
  /** Where a redirect leads; empty for any other answer. */
  location: z.string().default(''),
});

/** What a request through a proxy met. */
export type RouteOutcome =
  | { kind: 'reached'; status: number; identity: string; location: string }
  /** The proxy wants another sign-in; `schemes` are those it offers. */
  | { kind: 'refusedByProxy'; status: number; schemes: string; identity: string }
  /** `forbiddenByProxy`: the proxy itself answered that it does not let this through. */
  | { kind: 'failed' | 'forbiddenByProxy'; message: string; identity: string };

/** tinyproxy answers 407 to who gives no user, and 401, with no scheme, to who gives a wrong one. */
const SIGN_IN_WANTED = [401, 407];

/** Reads the answer of test-proxy; null when it has another form. */
export function readRouteOutcome(raw: unknown): RouteOutcome | null {
  const answer = answerSchema.safeParse(raw);
  if (!answer.success) return null;
  const { reached, status, proxyStatus, schemes, message, identity, location } = answer.data;
  if (reached) return { kind: 'reached', status, identity, location };
  if (SIGN_IN_WANTED.includes(proxyStatus)) {
    return { kind: 'refusedByProxy', status: proxyStatus, schemes, identity };
  }
  const isOfProxy = proxyStatus !== 0;
  return { kind: isOfProxy ? 'forbiddenByProxy' : 'failed', message, identity };
}

/** Names that .NET has for a name that no name server knows (WebExceptionStatus). */
const NAMELESS = {
  proxyName: /^ProxyNameResolutionFailure\b/,
  name: /^NameResolutionFailure\b/,
} as const;

const wordsOf = (outcome: Exclude<RouteOutcome, { kind: 'reached' }>) => {
  if (outcome.kind === 'refusedByProxy') return text.refused;
  if (outcome.kind === 'forbiddenByProxy') return text.forbidden;
  if (NAMELESS.proxyName.test(outcome.message)) return text.proxyName;
  return NAMELESS.name.test(outcome.message) ? text.name : text.failed;
};

const saidBy = (outcome: Exclude<RouteOutcome, { kind: 'reached' }>) =>
  outcome.kind === 'refusedByProxy' ? outcome.schemes : outcome.message;

/** Judges the answer of test-proxy where a step tries the way: any answer of Azure itself will do. */
export const proxyRouteReader: ScriptReader = (answer): ToolJudgement => {
  const outcome = readRouteOutcome(answer);
  if (outcome?.kind === 'reached') {
    return { problem: null, facts: { httpStatus: String(outcome.status) }, restart: false };
  }
  const toolWords = outcome === null ? [] : [saidBy(outcome)].filter((said) => said !== '');
  const code = outcome?.kind === 'refusedByProxy' ? String(outcome.status) : null;
  const words = outcome === null ? text.noAnswer : wordsOf(outcome);
  return { problem: { ...words, toolWords, code }, facts: {}, restart: false };
};
