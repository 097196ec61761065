import type { KeptPackage } from '../../../../contract/facts';
import type { Tone } from '../../components/Status';
import { maintainText, packageStateWords } from '../../text/maintain';
import { percent } from '../../text/numbers';

export const packageTones: Readonly<Record<KeptPackage['state'], Tone>> = {
  verified: 'good',
  changed: 'bad',
  notVerified: 'unknown',
  unfinished: 'warning',
};

/** How a kept set-up file stands, in words; an unfinished download never shows as 100%. */
export function stateInWords({ state, sizeBytes, wholeBytes }: KeptPackage): string {
  if (state !== 'unfinished' || wholeBytes === null || wholeBytes <= 0) {
    return packageStateWords[state];
  }
  const done = Math.min(99, Math.floor((sizeBytes / wholeBytes) * 100));
  return maintainText.packages.unfinished(percent(done));
}

/** The name of the file without its folder. */
export const fileNameOf = ({ path }: Pick<KeptPackage, 'path'>) =>
  path.slice(path.lastIndexOf('\\') + 1);
