import { done, type Perform } from './context';

/** Keeps what a folder holds, so that a half-finished or changed one is told from a whole one. */
export const recordFolder: Perform<'recordFolder'> = async (action, context) => {
  const { files, hashes } = context.server;
  const record = await hashes.readFolder(action.path, context.signal);
  await files.write(action.recordPath, new TextEncoder().encode(JSON.stringify(record)));
  return done({ files: String(Object.keys(record).length) });
};
