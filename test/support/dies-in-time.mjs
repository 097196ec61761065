import { isMoment } from './moment.mjs';

// Loaded into psm before it begins. The signal of the test that is to kill it may come late on a busy
// machine: it then ends itself before it tells of the next step, so it never gets any further.

/** @type {Readonly<Record<string, string | number>>} */
const killOn = JSON.parse(process.env.PSM_TEST_KILL_ON ?? '{}');
delete process.env.PSM_TEST_KILL_ON;

const write = process.stdout.write.bind(process.stdout);
let hasCome = false;

/** @param {string} line */
function readLine(line) {
  /** @type {Record<string, unknown>} */
  const event = JSON.parse(line);
  if (hasCome && event.event !== 'milestone' && event.event !== 'output') {
    process.kill(process.pid, 'SIGKILL');
  }
  hasCome ||= isMoment(event, killOn);
}

process.stdout.write = (/** @type {string | Uint8Array} */ chunk) => {
  for (const line of String(chunk).split('\n').filter(Boolean)) readLine(line);
  return write(chunk);
};
