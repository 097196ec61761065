/** The fields of each line of a list that a console tool prints with `/fo csv`. */
export function parseCsv(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.startsWith('"'))
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field = '']) =>
        field.replaceAll('""', '"'),
      ),
    );
}
