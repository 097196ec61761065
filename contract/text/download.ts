import type { Problem } from '../problem';
import { rate, size } from './size';

type Words = Pick<Problem, 'what' | 'meaning' | 'next'>;

function timeLeft(seconds: number): string {
  if (seconds <= 55) return `about ${Math.max(5, Math.ceil(seconds / 5) * 5)} seconds left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;
  return `about ${Math.round(minutes / 60)} hours left`;
}

/** Words of fetching a file. */
export const downloadText = {
  progress: (bytes: number, total: number | null, speed: number, left: number | null) =>
    [
      total === null ? size(bytes) : `${size(bytes)} of ${size(total)}`,
      ...(speed > 0 ? [rate(speed)] : []),
      ...(left === null ? [] : [timeLeft(left)]),
    ].join(', '),
  goesOn: (why: string) => `The connection broke (${why}). Going on where it ended.`,
  endedAt: (bytes: number, total: number) =>
    `The connection ended at ${size(bytes)} of ${size(total)}.`,
  broken: {
    what: "Couldn't finish the download: the connection broke.",
    meaning: 'What came so far is kept, and a retry goes on from there.',
    next: 'Check the way from this server to the internet, the proxy above all, then retry.',
  } satisfies Words,
  refused: {
    what: "Couldn't download the file: the server refused it.",
    meaning: 'The link may be old or mistyped. Its answer is below.',
    next: 'Copy the link from the Azure portal again, or download the file with a browser and choose it here.',
  } satisfies Words,
  proxyRefused: {
    what: "Couldn't download the file: the proxy asks for another sign-in.",
    meaning:
      'The proxy wants another sign-in. Its answer is below, with the ways of signing in where it names them.',
    next: 'Check user and password, or choose to sign in with your Windows account. Or download the file with a browser and choose it here.',
  } satisfies Words,
  proxyForbids: {
    what: "Couldn't download the file: the proxy does not let this request through.",
    meaning:
      'The proxy itself answered, not the download server. It may block that address for this server.',
    next: 'Have the proxy let this address through, choose another way, or download the file with a browser and choose it here.',
  } satisfies Words,
  notTrusted: {
    what: "Couldn't download the file: Windows does not trust the server's certificate.",
    meaning:
      'Something between this server and Microsoft may read along with a certificate of its own, or root certificates of Windows are old.',
    next: 'Install the latest root certificates of Windows or those of your proxy, then retry.',
  } satisfies Words,
  notWritten: {
    what: "Couldn't write the download to the disk.",
    meaning: 'The disk may be full, or another program holds the file. What came so far is kept.',
    next: 'Free some space on the system drive, then retry: it goes on where it ended.',
  } satisfies Words,
  failed: {
    what: "Couldn't download the file.",
    meaning: 'Windows PowerShell reported an error that has nothing to do with the connection.',
    next: 'Read its words below, mend their cause, then retry.',
  } satisfies Words,
  unreadableAddress: 'an address that could not be read',
  noAddress: {
    what: "Couldn't read the link.",
    meaning: 'It is not an address of the internet.',
    next: 'Copy the link from the Azure portal again.',
  } satisfies Words,
  notPlainHttps: {
    what: "Couldn't accept the link.",
    meaning: 'Only https on its usual port and without a user in it is fetched.',
    next: 'Copy the link from the Azure portal again.',
  } satisfies Words,
  otherHost: (host: string): Words => ({
    what: `Couldn't accept a file from ${host}.`,
    meaning: 'The link is, or leads, outside of the servers from which Microsoft offers downloads.',
    next: 'Copy the link from the Azure portal again, or download the file with a browser and choose it here: its signature is verified either way.',
  }),
  tooManyRedirects: {
    what: "Couldn't find the file behind the link.",
    meaning: 'The servers pass the request on from one to the next without end.',
    next: 'Copy the link from the Azure portal again.',
  } satisfies Words,
  otherSize: (bytes: number, total: number): Words => ({
    what: "Couldn't accept the download: it has another size than the server said.",
    meaning: `${bytes} bytes came, ${total} were announced. What came was deleted.`,
    next: 'Retry: the file is fetched anew.',
  }),
  otherHash: {
    what: "Couldn't accept the download: its SHA-256 is not the one you gave.",
    meaning: 'The file is another one, or it was changed on the way. It was deleted.',
    next: 'Check the SHA-256 you entered and where it comes from, then retry.',
  } satisfies Words,
};
