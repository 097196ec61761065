import { z } from 'zod';
import type { ToolContext } from '../../runner/tool';
import { type Download, downloadContent, validatorOf } from '../../world/downloads';
import { FileError, type FileErrorCode } from '../../world/file-error';
import { askInternet } from '../../world/internet';
import { receiveFile } from './receive-file';
import { ScriptError, script } from './script';
import { requireHttps, webRequestFields } from './web-request';

const input = z.object({
  ...webRequestFields,
  path: z.string(),
  offset: z.string().regex(/^\d+$/),
  validator: z.string(),
});
type Ask = z.output<typeof input>;

/** One GET: a redirect is only told, a file is written where it was wanted. */
export const downloadFile = script(input, async (context, ask) => {
  requireHttps(ask.address);
  const answer = askInternet(await context.world.read(), ask);
  await context.wait(answer.from === 'nobody' ? answer.afterSeconds : 1);
  if (answer.from === 'nobody') {
    throw new ScriptError(`${answer.failure}: ${answer.message}`, 'System.Net.WebException');
  }
  const { status, reason } = answer;
  if (answer.from === 'proxy') {
    const { schemes } = answer;
    const message = schemes === '' ? reason : `${reason}: ${schemes}`;
    return { outcome: 'proxyRefused', status, message, schemes };
  }
  const { location, download } = answer;
  if (location !== '') return { outcome: 'redirect', location };
  if (!download?.file) return { outcome: 'refused', status, message: reason };
  try {
    return await fetchFile(context, ask, download, downloadContent(download.file));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const [message, type] = fileProblem(error.code, ask.path);
    throw new ScriptError(message, type);
  }
});

async function fetchFile(
  context: ToolContext,
  { path, offset, validator }: Ask,
  download: Download,
  content: Uint8Array,
) {
  const wanted = Number(offset);
  const total = content.length;
  const there = (await context.files.stat(path))?.size ?? 0;
  const asksForRest = wanted > 0 && validator !== '' && there >= wanted;
  const goesOn = asksForRest && validator === validatorOf(download);
  if (goesOn && wanted >= total) {
    return { outcome: 'refused', status: 416, message: 'Requested Range Not Satisfiable' };
  }
  if (goesOn && download.otherRange) {
    throw new ScriptError(
      `OtherRange: bytes 0-${total - 1}/${total}`,
      'System.Management.Automation.RuntimeException',
    );
  }
  await receiveFile(context, { download, content, path, from: goesOn ? wanted : 0 });
  return {
    outcome: 'done',
    status: goesOn ? 206 : 200,
    bytes: total,
    total,
    validator: validatorOf(download),
    restarted: wanted > 0 && !goesOn,
  };
}

/** The words and the type .NET has for what went wrong with a file. */
function fileProblem(code: FileErrorCode, path: string): [message: string, type: string] {
  if (code === 'ENOENT') {
    const message = `Could not find a part of the path '${path}'.`;
    return [message, 'System.IO.DirectoryNotFoundException'];
  }
  if (code === 'EACCES' || code === 'EISDIR') {
    return [`Access to the path '${path}' is denied.`, 'System.UnauthorizedAccessException'];
  }
  if (code === 'ENOSPC') return ['There is not enough space on the disk.', 'System.IO.IOException'];
  const message = `The process cannot access the file '${path}' because it is being used by another process.`;
  return [message, 'System.IO.IOException'];
}
