import { by, type Proof } from './proof';

/** Files in all their states. */
export const fileProofs: Readonly<Record<string, Readonly<Record<string, Proof>>>> = {
  'hashes.ts': {
    'Hashes.ofFile': by('set-up: from nothing to proven'),
    'Hashes.ofFolder': by('set-up: from nothing to proven'),
    'Hashes.readFolder': by('set-up: from nothing to proven'),
    createHashes: by('set-up: from nothing to proven'),
  },
  'rename-over.ts': {
    renameOver: by('files: one that another program reads for a moment is waited for'),
    renameOverSync: by('a small file is written whole 200 times'),
  },
  'while-in-use.ts': {
    whileInUse: by('files: a tree with a file in use tells which'),
    whileInUseSync: by('a small file is written whole 200 times'),
  },
  'windows-files.ts': { createWindowsFiles: by('files: written whole over one that exists') },
};
