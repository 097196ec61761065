import type { ServerFacts } from '../../../contract/facts';
import { isConnected, isGalleryServer } from '../../../contract/gallery-image';
import { standingOf } from '../pages/overview/standing';
import { frameText } from '../text/frame';

/** What this server is, in the words of the title bar. */
export function roleOf(facts: ServerFacts): string {
  if (isGalleryServer(facts)) return frameText.roleImage;
  const standing = standingOf(facts);
  if (standing === 'none') return frameText.roleNone;
  if (standing === 'partial') return frameText.rolePartial;
  return facts.configuration.serverType === '3'
    ? frameText.roleConfigurationServer
    : frameText.roleInstalled;
}

/** How this server stands to its configuration server. */
export function connectionOf(facts: ServerFacts): string {
  const address = facts.configuration.csAddress;
  if (isGalleryServer(facts)) {
    return isConnected(facts) ? frameText.setTo(address ?? '') : frameText.notRegistered;
  }
  if (!address) return frameText.notRegistered;
  return facts.registration.registered
    ? frameText.registeredWith(address)
    : frameText.pointsTo(address);
}
