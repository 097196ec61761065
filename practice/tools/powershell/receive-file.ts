import type { ToolContext } from '../../runner/tool';
import { bytesPerSecond, type Download, validatorOf } from '../../world/downloads';
import { FileError } from '../../world/file-error';
import { ScriptError } from './script';

interface Receiving {
  download: Download;
  content: Uint8Array;
  path: string;
  /** Bytes that are there already and stay. */
  from: number;
}

/**
 * Lets the content come second by second of simulated time, tells how far it is, and breaks where
 * the scenario wants it. Ended by force it leaves what has come by then.
 */
export async function receiveFile(
  context: ToolContext,
  { download, content, path, from }: Receiving,
): Promise<void> {
  const { files } = context;
  const kept = from === 0 ? new Uint8Array() : (await files.read(path)).subarray(0, from);
  await files.write(path, kept);
  const end = await endOfConnection(context, download, from, content.length);
  const step = bytesPerSecond(download, content.length);
  const total = content.length;
  const tell = (bytes: number) => {
    const progress = { kind: 'progress', bytes, total, validator: validatorOf(download) };
    context.output(`${JSON.stringify(progress)}\r\n`);
  };
  tell(from);
  const free = await freeBytesAt(context, path);
  for (let bytes = from; bytes < end; ) {
    await context.wait(1);
    const next = Math.min(end, bytes + step);
    if (next - from > free) throw new FileError('ENOSPC', 'write', path);
    await files.append(path, content.subarray(bytes, next));
    bytes = next;
    tell(bytes);
  }
  if (end < total) {
    throw new ScriptError(
      'ReceiveFailure: An existing connection was forcibly closed by the remote host',
      'System.Net.WebException',
    );
  }
}

/** Bytes that still fit on the drive of that path. */
async function freeBytesAt({ world }: ToolContext, path: string): Promise<number> {
  const letter = path.slice(0, 2).toUpperCase();
  const drive = (await world.read()).drives.find((one) => one.letter === letter);
  return drive?.freeBytes ?? 0;
}

/** How far this connection comes; one that breaks is counted. */
async function endOfConnection(
  context: ToolContext,
  { address, cutAfterPercent }: Download,
  from: number,
  size: number,
): Promise<number> {
  const end = from + Math.floor((size * (cutAfterPercent ?? 100)) / 100);
  if (end >= size) return size;
  const isCut = await context.world.change(({ downloads }) => {
    const found = downloads.find((one) => one.address === address);
    if (!found || found.times === 0) return false;
    found.times -= 1;
    return true;
  });
  return isCut ? end : size;
}
