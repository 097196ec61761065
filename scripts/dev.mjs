// Opens the program with hot reload. Arguments go to the program: npm run dev -- --scenario NAME
import { prepareDevelopment } from './lib/build.mjs';
import { program, run } from './lib/processes.mjs';
import { runScript } from './lib/say.mjs';
import { electronEnvironment, sandboxSwitches, withScreen } from './lib/screen.mjs';
import { setup } from './setup.mjs';

await runScript(async () => {
  await setup();
  await prepareDevelopment();
  const own = [...process.argv.slice(2), ...sandboxSwitches()];
  const command = program('electron-vite', 'electron-vite', ['dev', '--watch', '--', ...own]);
  return run(...withScreen(command), { env: electronEnvironment() });
});
