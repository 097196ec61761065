import { html, tag } from '../../main/reports/html';
import type { Row, Verdict } from './fact';
import type { Report } from './report';
import { DETECTION_GOAL, VERDICTS } from './words';

const STYLE = `
:root { color-scheme: light dark; font-family: "Segoe UI", "Open Sans", system-ui, sans-serif; }
body { max-width: 75rem; margin: 2rem auto; padding: 0 1.5rem; line-height: 1.45; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; table-layout: fixed; }
th, td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid #8884; vertical-align: top; overflow-wrap: anywhere; }
.note { border-left: 4px solid #8a6d00; padding: .5rem 1rem; }
.differs { color: #b10e1c; } .agrees { color: #0b6a0b; }
@media (prefers-color-scheme: dark) { .differs { color: #ff99a4; } .agrees { color: #6ccb5f; } }
@media print { tr { break-inside: avoid; } }
`;

const COLUMNS: readonly (readonly [title: string, width: string])[] = [
  ['', '9rem'],
  ['Fact', '14rem'],
  ['We say', ''],
  ['Second source says', ''],
  ['Second source', '10rem'],
  ['Took', '7rem'],
];

function rowOf(row: Row): string {
  const reason = row.reason === null ? '' : tag('p', tag('em', html(row.reason)));
  const cost = `${row.seconds.toFixed(1)} s, ${row.processes} programs`;
  return tag(
    'tr',
    tag('td', html(VERDICTS[row.verdict]), `class="${row.verdict}"`) +
      tag('td', html(row.name)) +
      tag('td', html(row.ours) + reason) +
      [row.second, row.by, cost].map((cell) => tag('td', html(cell))).join(''),
  );
}

function groupOf(name: string, rows: readonly Row[]): string {
  const head = COLUMNS.map(([title, width]) =>
    tag('th', html(title), width === '' ? '' : `style="width:${width}"`),
  );
  const body = rows.map(rowOf).join('');
  return (
    tag('h2', html(name)) +
    tag('table', tag('thead', tag('tr', head.join(''))) + tag('tbody', body))
  );
}

/** The report as one page that needs nothing else: no script, no other file. */
export function htmlPage(report: Report, count: Readonly<Record<Verdict, number>>): string {
  const { detection } = report;
  const facts: [string, string][] = [
    ['Server', report.machine],
    ['Windows', report.windows],
    ['Node', report.node],
    ['Date', report.at],
    ['Agree', `${count.agrees}`],
    ['Differ', `${count.differs}`],
    ['Could not compare', `${count.couldNotCompare}`],
    ['No second source', `${count.noSecondSource}`],
    [
      'Detection',
      `${detection.seconds} s, ${detection.processes} programs (${DETECTION_GOAL})` +
        (detection.ok ? '' : `. It failed: ${detection.words}`),
    ],
    ['Changes', report.alsoChanged ? 'made and undone, see Changes' : 'none: read only'],
    ['Names and addresses', report.masked ? 'masked' : 'in full'],
  ];
  const summary = facts.map(([name, value]) =>
    tag('tr', tag('th', html(name), 'style="width:12rem"') + tag('td', html(value))),
  );
  const groups = [...new Set(report.rows.map(({ group }) => group))];
  const title = 'Acceptance on Windows';
  const stub =
    'PowerShell answers nothing here, so this is no real Windows, or it is blocked. Hardly anything could be compared.';
  const body =
    tag('h1', title) +
    (report.powershellAnswers ? '' : tag('p', html(stub), 'class="note"')) +
    tag('table', tag('tbody', summary.join(''))) +
    groups
      .map((name) =>
        groupOf(
          name,
          report.rows.filter(({ group }) => group === name),
        ),
      )
      .join('');
  const head = `<meta charset="utf-8">${tag('title', title)}${tag('style', STYLE)}`;
  return `<!doctype html>\n${tag('html', tag('head', head) + tag('body', body), 'lang="en"')}\n`;
}
