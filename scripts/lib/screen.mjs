import { join } from 'node:path';
import { electronRuntime } from './electron-runtime.mjs';
import { root } from './paths.mjs';

/** True when nothing can be shown here, so that programs with a window need a virtual screen. */
export function isHeadless() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * The same command on a virtual screen when there is no real one.
 * @param {[string, string[]]} command
 * @returns {[string, string[]]}
 */
export function withScreen([file, args]) {
  if (!isHeadless()) return [file, args];
  return ['xvfb-run', ['--auto-servernum', '--server-args=-screen 0 1920x1200x24', file, ...args]];
}

/**
 * How to start the Electron of this machine, for scripts and tests.
 * @returns {{ path: string, args: string[], env: Record<string, string> }} the program, the
 *   switches that go before the app, and the environment
 */
export function electronLaunch() {
  const runtime = electronRuntime();
  return { path: runtime.path, args: sandboxSwitches(), env: electronEnvironment() };
}

/**
 * Chromium refuses to start as root with its sandbox; everywhere else the sandbox stays on.
 * @returns {string[]}
 */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** @returns {Record<string, string>} our environment, in which every tool finds this Electron */
export function electronEnvironment() {
  const { folder, path } = electronRuntime();
  /** @type {Record<string, string>} */
  const env = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined) env[name] = value;
  // With this set Electron would start as plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  env.ELECTRON_OVERRIDE_DIST_PATH = folder;
  env.ELECTRON_EXEC_PATH = path;
  // The Node that step hosts run on.
  env.npm_node_execpath ??= process.execPath;
  if (process.platform === 'linux') env.FONTCONFIG_FILE ??= join(root, 'scripts', 'fonts.conf');
  return env;
}
