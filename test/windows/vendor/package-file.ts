import { cpSync } from 'node:fs';
import { places } from './places';

/** The set-up file: with /q and /x:FOLDER it unpacks itself, and ends with 1 for anything else. */
export async function packageFile(args: string[]): Promise<number> {
  const folder = args.find((argument) => argument.startsWith('/x:'))?.slice('/x:'.length);
  if (!args.includes('/q') || folder === undefined || args.length !== 2) return 1;
  cpSync(places.payload, folder, { recursive: true });
  return 0;
}
