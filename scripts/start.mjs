// Opens the program. Without a screen it shows the program at work instead: the tour drives it on
// a virtual one. Arguments go to the program: npm start -- --scenario NAME
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { describeRuntime, electronRuntime } from './lib/electron-runtime.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { runScript, say } from './lib/say.mjs';
import { electronLaunch, isHeadless, withScreen } from './lib/screen.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup();
  await build();
  say(describeRuntime(electronRuntime()));
  const { path, args, env } = electronLaunch();
  const own = process.argv.slice(2);
  if (!isHeadless()) return run(path, [...args, root, ...own], { env });
  say('There is no screen here: the tour drives the program on a virtual one.');
  const tour = join(root, 'scripts', 'tour.mjs');
  return run(...withScreen([process.execPath, [tour, ...own]]), { env });
});
