import { places } from './places';

// psm on the server of the end-to-end set-up. Wine gives every process these two anew, so they are
// set from inside, before anything reads them.
process.env.SystemRoot = places.windows;
process.env.ProgramData = places.programData;
await import('../../../main/cli');
