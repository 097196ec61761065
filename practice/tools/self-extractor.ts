import { joinServerPath } from '../../contract/server-path';
import { packageFiles } from '../products/package';
import { makeStandIn, readStandIn } from '../products/stand-in';
import type { Tool } from '../runner/tool';

/**
 * The downloaded set-up file: `/q /x:DIR` unpacks it. Anything else would open a window that
 * nobody sees here, so it ends with 1 and unpacks nothing; `/xC:\…` without the colon is such a
 * case, and so is a damaged file.
 */
export const selfExtractor: Tool = {
  encoding: 'oem',
  run: async ({ file, args, files, wait, world }) => {
    const standIn = readStandIn(await files.read(file));
    const options = args.map((argument) => argument.toLowerCase());
    const place = options.findIndex((option) => option.startsWith('/x:'));
    const folder = args[place]?.slice('/x:'.length) ?? '';
    const known = options.every((option) => option === '/q' || option.startsWith('/x:'));
    if (!standIn?.intact || !known || !options.includes('/q') || folder === '') return 1;
    await wait(20);
    await files.makeFolder(folder);
    const missing = (await world.read()).package.missing.map((name) => name.toLowerCase());
    for (const name of packageFiles) {
      if (missing.includes(name.toLowerCase())) continue;
      const target = joinServerPath(folder, name);
      await files.makeFolder(target.slice(0, target.lastIndexOf('\\')));
      const { version, signature } = standIn;
      await files.write(target, makeStandIn({ kind: 'program', name, version, signature }));
    }
    return 0;
  },
};
