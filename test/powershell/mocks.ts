import { fileURLToPath } from 'node:url';

/** The folder of the scripts that are defined before a shipped one. */
export const mocks = fileURLToPath(new URL('mocks', import.meta.url));
