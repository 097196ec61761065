import { innoInstallers, msiPackages } from './installers.mjs';
import { network } from './network.mjs';
import { NotHere } from './not-here.mjs';
import { setUpPart } from './set-up.mjs';
import { signatures } from './signatures.mjs';

/**
 * What the bed is given besides Windows itself: files made or servers started on this machine.
 * @typedef {object} BedPart
 * @property {string} name the field of bed.json that tells the cases what came of it
 * @property {string[]} debianPackages
 * @property {(folder: string) => Promise<Prepared>} prepare makes it; `folder` is that of the run,
 *   C:\psm-bed inside. Throws `NotHere` where this machine can't have it and need not.
 */

/**
 * @typedef {object} Prepared
 * @property {object} value what the cases have to know, as JSON
 * @property {() => Promise<void>} [stop] ends what was started
 */

/** @type {BedPart[]} */
const parts = [setUpPart, signatures, network, innoInstallers, msiPackages];

/** What all parts need of Debian. */
export const packagesOfParts = () => parts.flatMap(({ debianPackages }) => debianPackages);

/** Ends what a part started, the last one first. @type {(() => Promise<void>)[]} */
const stops = [];

/** Ends whatever was started for the bed; may be called at any time. */
export async function stopParts() {
  for (const stop of stops.splice(0).reverse()) await stop();
}

/**
 * Prepares every part.
 * @param {string} folder
 * @returns {Promise<Record<string, object>>} what bed.json holds
 */
export async function prepareParts(folder) {
  /** @type {Record<string, object>} */
  const found = {};
  for (const { name, prepare } of parts) {
    try {
      const prepared = await prepare(folder);
      found[name] = { here: true, value: prepared.value };
      if (prepared.stop) stops.push(prepared.stop);
    } catch (error) {
      if (!(error instanceof NotHere)) throw error;
      found[name] = { here: false, reason: error.message };
    }
  }
  return found;
}
