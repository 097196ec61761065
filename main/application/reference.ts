/** What is only needed when somebody looks something up: not read at start. */
export { explain } from '../vendor/explain/explain';
export { argumentReference } from '../vendor/reference/arguments';
export { exitCodeReference } from '../vendor/reference/exit-codes';
