/** Words of the steps that register the master target anew and restart its agent. */
export const text = {
  register: {
    title: 'Register with the configuration server',
    reason:
      'cdpcli.exe fetches the newest certificates of the configuration server. It says "Registration suceeded." even when it failed, so its exit code and the imported certificate count.',
  },
  stop: {
    title: 'Stop the Microsoft Azure Recovery Services Agent',
    reason: 'The agent (obengine) holds on to its settings while it runs.',
  },
  start: {
    title: 'Start the Microsoft Azure Recovery Services Agent',
    reason: 'Only when it starts does the agent (obengine) read its new settings.',
  },
  undo: {
    stop: 'the next step starts it again',
    start: 'it runs as before',
    register: 'a registration replaces the one before; the backup holds its registry keys',
  },
  checks: {
    registered: 'The registration is in the registry',
    certificate: 'Its certificate is in the store of the computer and valid',
    stop: 'The service obengine is stopped',
    start: 'The service obengine runs',
  },
};
