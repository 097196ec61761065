import type { Problem, Result } from '../../../contract/problem';
import { text } from '../../../contract/text/engine';
import { type ActionContext, done, type Perform } from './context';
import { addressProblem } from './download-address';
import { type Part, partPlaces, readPart, writePart } from './download-part';
import { progressWords } from './download-progress';
import { type Answer, type DownloadAction, sendRequest } from './download-request';

const REDIRECTS = 8;
/** A broken connection is taken up again this often before the step fails. */
const TRIES = 4;
const PAUSE_SECONDS = 5;
/** Code of the problem that a connection broke: what came so far is good. */
const BROKEN = 'connectionBroken';
/** How .NET calls what went wrong on the way. */
const WEB_EXCEPTION = 'System.Net.WebException';

type Words = Pick<Problem, 'what' | 'meaning' | 'next'>;
const problem = (
  words: Words,
  toolWords: string[] = [],
  code: string | null = null,
): Result<never> => ({ ok: false, problem: { ...words, toolWords, code } });

/**
 * Fetches a file over https, piece after piece: what an earlier try left is gone on with when the
 * server still has the same file. Every address on the way is held to the allowed hosts. The file
 * gets its name only when it is whole and has the SHA-256 that was expected, if one was.
 */
export const download: Perform<'download'> = async (action, context) => {
  const fetched = (await foundWhole(action, context)) ?? (await fetchPatiently(action, context));
  if (context.signal.aborted) return { kind: 'cancelled' };
  const kept = fetched.ok ? await keep(action, context, fetched.value) : fetched;
  return kept.ok ? done(kept.value) : { kind: 'failed', problem: kept.problem, facts: {} };
};

/** Goes on by itself when the connection breaks, a few times. */
async function fetchPatiently(
  action: DownloadAction,
  context: ActionContext,
): Promise<Result<Part>> {
  for (let tries = 1; ; tries += 1) {
    const fetched = await fetchOnce(action, context);
    const isBroken = !fetched.ok && fetched.problem.code === BROKEN;
    if (!isBroken || tries === TRIES || context.signal.aborted) return fetched;
    context.line('engine', text.download.goesOn(fetched.problem.toolWords.join(' ')));
    await context.server.clock.sleep(PAUSE_SECONDS, context.signal).catch(() => undefined);
  }
}

/** What an earlier try of this step fetched whole, so that nothing has to be asked for again. */
async function foundWhole(
  action: DownloadAction,
  { server }: ActionContext,
): Promise<Result<Part> | null> {
  const places = partPlaces(action.path);
  const part = await readPart(server, places, action.address);
  const size = (await server.files.stat(places.part))?.size ?? null;
  return part && part.total !== null && size === part.total ? { ok: true, value: part } : null;
}

/** One connection to the file behind the address, however many redirects are before it. */
async function fetchOnce(action: DownloadAction, context: ActionContext): Promise<Result<Part>> {
  const { files } = context.server;
  const places = partPlaces(action.path);
  const before = await readPart(context.server, places, action.address);
  const offset = before ? ((await files.stat(places.part))?.size ?? 0) : 0;
  let address = action.address;
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const refusal = addressProblem(address, action.allowedHosts);
    if (refusal) return problem(refusal, [plainAddress(address)]);
    const part: Part = {
      from: action.address,
      at: plainAddress(address),
      validator: '',
      total: null,
    };
    const answer = await receive(action, context, address, offset, before?.validator ?? '', part);
    if (!answer.ok) return answer;
    if (answer.value.outcome === 'redirect') {
      const next = redirectedTo(answer.value.location, address);
      if (next === null) return problem(text.download.noAddress, [plainAddress(address)]);
      address = next;
      continue;
    }
    if (answer.value.outcome !== 'done') {
      return refused(answer.value, context, places.part, address);
    }
    const { bytes, total, validator } = answer.value;
    const whole = { ...part, validator, total: total < 0 ? null : total };
    await writePart(context.server, places, whole);
    return total < 0 || bytes === total
      ? { ok: true, value: whole }
      : problem(text.download.broken, [text.download.endedAt(bytes, total)], BROKEN);
  }
  return problem(text.download.tooManyRedirects, [plainAddress(address)]);
}

/** Sends one request and tells its progress; what is needed to go on later is kept at once. */
async function receive(
  action: DownloadAction,
  context: ActionContext,
  address: string,
  offset: number,
  validator: string,
  part: Part,
): Promise<Result<Answer>> {
  const { server } = context;
  const places = partPlaces(action.path);
  const show = progressWords(() => server.clock.now(), offset);
  let noted: Promise<unknown> | null = null;
  const answer = await sendRequest(action, context, { address, offset, validator }, (progress) => {
    const { bytes, total } = progress;
    // A note that can't be written is told when the transfer is over: it must not end it.
    noted ??= writePart(server, places, {
      ...part,
      validator: progress.validator,
      total: total < 0 ? null : total,
    }).then(
      () => null,
      (error: unknown) => error,
    );
    const { milestone, fraction } = show(bytes, total);
    context.milestone(milestone, fraction);
  });
  const notWritten = await noted;
  if (notWritten !== null) throw notWritten;
  if (answer.ok || answer.problem.code === 'cancelled') return answer;
  return failureOf(answer.problem, context, places.part);
}

/** What an error of the script means: only a broken connection is worth going on with by itself. */
async function failureOf(
  { what, toolWords, code }: Problem,
  { server }: ActionContext,
  part: string,
): Promise<Result<never>> {
  const words = toolWords.join(' ');
  if (words.startsWith('OtherRange: ')) {
    await server.files.remove(part);
    return problem(text.download.broken, [what, ...toolWords], BROKEN);
  }
  if (words.startsWith('TrustFailure: ')) return problem(text.download.notTrusted, toolWords, code);
  const isWritten = code !== null && /IOException|UnauthorizedAccess/.test(code);
  if (isWritten) return problem(text.download.notWritten, toolWords, code);
  return code === WEB_EXCEPTION
    ? problem(text.download.broken, [what, ...toolWords], BROKEN)
    : problem(text.download.failed, [what, ...toolWords], code);
}

/** Why the server gave no file. A range it has not got means that the part is of another file. */
async function refused(
  answer: Extract<Answer, { outcome: 'refused' | 'proxyRefused' }>,
  context: ActionContext,
  part: string,
  address: string,
): Promise<Result<never>> {
  const { outcome, status, message } = answer;
  const words = [`HTTP ${status} ${message}`.trim(), plainAddress(address)];
  if (outcome === 'proxyRefused') {
    // tinyproxy answers 401 to a wrong password.
    const wantsSignIn = status === 407 || status === 401;
    const said = wantsSignIn ? text.download.proxyRefused : text.download.proxyForbids;
    return problem(said, words, String(status));
  }
  if (status === 416) {
    await context.server.files.remove(part);
    return problem(text.download.broken, words, BROKEN);
  }
  return problem(text.download.refused, words, String(status));
}

/** Proves size and content, gives the file its name and keeps what is known of it. */
async function keep(
  action: DownloadAction,
  { server, signal }: ActionContext,
  { at, validator, total }: Part,
): Promise<Result<Record<string, string>>> {
  const { files, clock } = server;
  const { part, state } = partPlaces(action.path);
  const sizeBytes = (await files.stat(part))?.size ?? 0;
  if (total !== null && sizeBytes !== total) {
    await files.remove(part);
    return problem(text.download.otherSize(sizeBytes, total));
  }
  const sha256 = await files.sha256(part, signal);
  if (action.expectedSha256 !== null && sha256 !== action.expectedSha256.toLowerCase()) {
    await files.remove(part);
    return problem(text.download.otherHash, [`SHA-256 ${sha256}`]);
  }
  const keptAt = clock.now().toISOString();
  const record = { from: action.address, at, validator, sizeBytes, sha256, keptAt };
  // Noted first: a file that has its name is one of which everything is known.
  await files.write(action.recordPath, new TextEncoder().encode(JSON.stringify(record)));
  await files.move(part, action.path);
  if ((await files.stat(state)) !== null) await files.remove(state);
  return { ok: true, value: { sha256, sizeBytes: String(sizeBytes), from: at } };
}

/** Host and path only: a query can hold a key, and a user could stand before the host. */
function plainAddress(address: string): string {
  try {
    const { protocol, host, pathname } = new URL(address);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return text.download.unreadableAddress;
  }
}

/** Where a redirect leads; null when that can't be read. */
function redirectedTo(location: string, from: string): string | null {
  if (location.trim() === '') return null;
  try {
    return new URL(location, from).toString();
  } catch {
    return null;
  }
}
