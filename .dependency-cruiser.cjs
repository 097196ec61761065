// Which folder may import which. Each rule is one arrow of the design; test/unit/tooling/boundaries.test.ts
// proves that each of them bites.
/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType} Rule */

/** @param {string} name */
const npmPackage = (name) => `(^|node_modules/)${name}(/|$)`;
const zod = npmPackage('zod');
const entriesOfMain = '^main/((index|cli|step-host|wiring)\\.ts$|wiring/)';

/**
 * @param {string} name
 * @param {string} comment
 * @param {Rule['from']} from
 * @param {Rule['to']} to
 * @returns {Rule}
 */
const forbidden = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/**
 * A folder that may import what `allowed` names and nothing else.
 * @param {string} name
 * @param {string} comment
 * @param {string} folder
 * @param {string[]} allowed
 */
const only = (name, comment, folder, allowed) =>
  forbidden(name, comment, { path: folder }, { pathNot: [folder, ...allowed] });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'contract-imports-nothing',
      'The contract is what both sides agree on: no Electron, no Node, no React.',
      '^contract/',
      [zod],
    ),
    forbidden(
      'renderer-knows-only-the-contract',
      'The window reaches main through the contract.',
      { path: '^renderer/' },
      { path: '^(main|preload|practice|scripts|test|resources)/' },
    ),
    forbidden(
      'renderer-has-no-node',
      'The window is sandboxed: it has no Node.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'preload-knows-only-channels',
      'The preload script exposes the contract’s channels to the window, nothing else.',
      '^preload/',
      ['^contract/channels(\\.ts$|/)', npmPackage('electron')],
    ),
    forbidden(
      'main-does-not-know-the-window',
      'Main answers with data; it does not know how it is drawn.',
      { path: '^main/' },
      { path: '^(renderer|preload)/' },
    ),
    only(
      'runbooks-are-pure',
      'A runbook is a pure function from answers and facts to a plan.',
      '^main/runbooks/',
      ['^main/(vendor|capacity)/', '^contract/', zod],
    ),
    only(
      'vendor-is-pure',
      'How a vendor tool is called and read: no plans, no host, no I/O.',
      '^main/vendor/',
      ['^contract/', zod],
    ),
    only('capacity-is-pure', 'Sizing rules are plain arithmetic.', '^main/capacity/', [
      '^contract/',
      zod,
    ]),
    only(
      'answers-are-pure',
      'An answer file is text to be read and written: no files, no server.',
      '^main/answers/',
      ['^contract/', npmPackage('jsonc-parser')],
    ),
    forbidden(
      'engine-knows-no-product',
      'The engine knows nothing of Site Recovery.',
      { path: '^main/engine/' },
      { path: '^(main/(vendor|runbooks)|practice)/' },
    ),
    forbidden(
      'host-knows-neither-product-nor-plans',
      'The host ports know nothing of tools or plans.',
      { path: '^main/host/' },
      { path: '^main/(engine|vendor|runbooks)/' },
    ),
    only(
      'detection-reads-through-ports',
      'Detection reads facts through host ports with the vendor parsers.',
      '^main/detection/',
      ['^main/(host|vendor)/', '^contract/', zod],
    ),
    forbidden(
      'detection-uses-host-types-only',
      'Detection is handed the ports; it makes none.',
      { path: '^main/detection/' },
      { path: '^main/host/', dependencyTypesNot: ['type-only'] },
    ),
    forbidden(
      'practice-is-wired-in-one-place',
      'Only the wiring chooses between the real and the practice server.',
      { pathNot: ['^practice/', '^test/', '^main/wiring(\\.ts$|/)'] },
      { path: '^practice/' },
    ),
    forbidden(
      'practice-knows-only-the-ports',
      'The practice server implements the host ports and shares no code with what it tests.',
      { path: '^practice/' },
      { path: '^(main|renderer|preload|scripts|test)/', pathNot: '^main/host/' },
    ),
    forbidden(
      'practice-uses-host-types-only',
      'The practice server implements the port types.',
      { path: '^practice/' },
      { path: '^main/host/', dependencyTypesNot: ['type-only'] },
    ),
    forbidden(
      'execa-only-in-host',
      'Processes are started behind one port.',
      { pathNot: ['^main/host/', '^test/', '^scripts/'] },
      { path: npmPackage('execa') },
    ),
    forbidden(
      'electron-only-at-the-edge',
      'Electron, its types too, stays where the program meets the window.',
      {
        path: '^(contract|main|preload|renderer|practice)/',
        pathNot: ['^main/index\\.ts$', '^main/(window|ipc)/', '^preload/'],
      },
      { path: npmPackage('electron') },
    ),
    forbidden(
      'paths-of-this-computer-only-at-the-edge',
      'Elsewhere a path is a path of the server, joined by the helper in contract/.',
      {
        path: '^(contract|main|preload|renderer|practice)/',
        pathNot: ['^main/(host|window)/', entriesOfMain, '^practice/'],
      },
      { path: '^(node:)?path(/(posix|win32))?$' },
    ),
    forbidden(
      'nothing-ships-tests-or-scripts',
      'The program does not depend on its tests or build scripts.',
      { path: '^(contract|main|preload|renderer|practice)/' },
      { path: '^(test|scripts)/' },
    ),
    forbidden(
      'no-cycles',
      'Two files that need each other are one file or three.',
      {},
      {
        circular: true,
      },
    ),
    forbidden(
      'no-orphans',
      'A file nobody imports is dead.',
      {
        orphan: true,
        path: '^(contract|main|preload|renderer|practice)/',
        pathNot: [entriesOfMain, '^preload/index\\.ts$', '^renderer/src/main\\.tsx$', '\\.d\\.ts$'],
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports are imports too.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
