import { renewDataPortCertificate } from '../products/data-port-certificate';
import type { Tool } from '../runner/tool';

/** gencert.exe: of its uses only `-n ps --dh` is played. The files before stay beside, as `.bak`. */
export const gencert: Tool = {
  encoding: 'oem',
  run: async (context) => {
    if (context.args.join(' ') !== '-n ps --dh') return -1;
    if (!(await context.world.read()).isAdministrator) return -1;
    await context.wait(20);
    await renewDataPortCertificate({
      store: context.world,
      files: context.systemFiles,
      now: context.clock.now,
    });
    return 0;
  },
};
