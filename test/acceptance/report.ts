import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Verdict } from './fact';
import { htmlPage } from './report-page';

export interface Report {
  at: string;
  machine: string;
  windows: string;
  node: string;
  alsoChanged: boolean;
  masked: boolean;
  /** False where a stand-in for PowerShell answers nothing: then little could be compared. */
  powershellAnswers: boolean;
  /** One pass of detection; `processes` are those this program itself starts. */
  detection: { ok: boolean; words: string; seconds: number; processes: number };
  rows: Row[];
}

/** What is counted: only what two sources agree on has passed. */
export function countOf({ rows }: Pick<Report, 'rows'>): Record<Verdict, number> {
  const count = { agrees: 0, differs: 0, couldNotCompare: 0, noSecondSource: 0 };
  for (const { verdict } of rows) count[verdict] += 1;
  return count;
}

/** Writes the report as a page and as JSON; returns both paths. */
export function writeReport(report: Report, folder: string): { html: string; json: string } {
  mkdirSync(folder, { recursive: true });
  const name = report.alsoChanged ? 'acceptance-windows-with-changes' : 'acceptance-windows';
  const html = join(folder, `${name}.html`);
  const json = join(folder, `${name}.json`);
  writeFileSync(html, htmlPage(report, countOf(report)));
  writeFileSync(json, `${JSON.stringify({ ...report, count: countOf(report) }, null, 2)}\n`);
  return { html, json };
}
