import { proofTable } from './table';

const list = (names: readonly string[]) => names.map((name) => `"${name} …"`).join(', ');

/** docs/windows-proof.md, written from the table. */
export function proofDocument(): string {
  const rows = Object.entries(proofTable)
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([file, members]) =>
      Object.entries(members).map(([member, proof]) => {
        const shown = 'by' in proof ? list(proof.by) : '—';
        const not = 'by' in proof ? (proof.except ?? '') : proof.notShown;
        return `| \`${file}\` \`${member}\` | ${shown} | ${not} |`;
      }),
    );
  return `${[
    '# Every function of main/host, and what proves it',
    '',
    'Written from `test/windows/proof/`, which a test holds to what is really there. The cases run under',
    'Wine, as [windows-beds.md](windows-beds.md) tells; each is named by how its name begins.',
    '',
    '| Function | Cases on parts we did not write | What they do not show |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}
