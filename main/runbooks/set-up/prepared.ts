import type { PreparedPackage, ServerFacts } from '../../../contract/facts';
import type { SetupFile } from '../../vendor/set-up-package';

/** The prepared package of that set-up file; null when another file, or none, was prepared. */
export function preparedFor(
  setupFile: string | null | undefined,
  { prepared }: ServerFacts,
): PreparedPackage | null {
  const isIt = prepared?.source.toLowerCase() === setupFile?.toLowerCase();
  return isIt ? prepared : null;
}

/** The set-up file of that path; throws when it was not found, which the answers' check rules out. */
export function foundSetupFile(path: string, { setupFiles }: ServerFacts): SetupFile {
  const found = setupFiles.find((one) => one.path.toLowerCase() === path.toLowerCase());
  if (!found) throw new Error('A plan needs a set-up file that was found.');
  return found;
}
