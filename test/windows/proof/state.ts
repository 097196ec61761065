import { by, byExcept, notShown, type Proof } from './proof';

const twoHolders = 'the refusal of a second holder: Wine 8 lets two hold one pipe';

/** Endpoint, lock, journal, and where this program's own parts lie. */
export const stateProofs: Readonly<Record<string, Readonly<Record<string, Proof>>>> = {
  'endpoint.ts': {
    endpointAddress: by('endpoint: it is held from the start'),
    'HeldEndpoint.release': by('endpoint: it is held from the start'),
    holdEndpoint: byExcept(twoHolders, 'endpoint: it is gone as soon as its holder is killed'),
    endpointIsHeld: by('endpoint: it is held from the start'),
    sendToEndpoint: by('endpoint: a line reaches its holder'),
  },
  'own-places.ts': {
    findOwnPlaces: by('psm: a whole set-up on the practice server'),
    readOwnScript: notShown('it reads a file of our own, to be shown or exported'),
    userDataFolder: by('psm: its data lies in the folder of the user'),
  },
  'state-store.ts': { openStateStore: by('lock: the lock of a killed process can be taken') },
};
