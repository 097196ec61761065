import { Fragment } from 'react';

/** A path or list of paths that breaks at its backslashes when room is scarce. */
export function PathText({ text }: { text: string }) {
  let end = 0;
  return text.split(/(?<=\\)/).map((part) => {
    end += part.length;
    return (
      <Fragment key={end}>
        {part}
        <wbr />
      </Fragment>
    );
  });
}
