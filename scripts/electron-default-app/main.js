// What `electron <folder or file>` runs first: makes the named app the running one and loads it.
// Top-level await on purpose: Electron's "ready" waits for an entry module to finish, and an app
// must be able to register its protocols before that.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** The first argument that is no switch, after loading every module `-r` names. */
function readArguments(args) {
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '-r' || args[index] === '--require') {
      createRequire(import.meta.url)(resolve(args[index + 1]));
      index += 1;
    } else if (!args[index].startsWith('-')) {
      return resolve(args[index]);
    }
  }
  return undefined;
}

function becomeApp(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = manifest.productName ?? manifest.name;
  app.setAppPath(folder);
  if (manifest.version) app.setVersion(manifest.version);
  if (name) {
    app.name = name;
    app.setPath('userData', join(app.getPath('appData'), name));
  }
  return join(folder, manifest.main ?? 'index.js');
}

const target = readArguments(process.argv.slice(1));
if (target === undefined || !existsSync(target)) {
  console.error(target ? `There is no app at ${target}` : 'Usage: electron <folder or file>');
  app.exit(1);
} else {
  process.defaultApp = true;
  const entry = statSync(target).isDirectory() ? becomeApp(target) : target;
  await import(pathToFileURL(entry).href);
}
