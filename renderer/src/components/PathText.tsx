import { Fragment } from 'react';

/** Longer parts may also break where a new word begins: MicrosoftAzure|SiteRecovery. */
const LONG_PART = 24;

function placesToBreak(text: string): string[] {
  return text
    .split(/(?<=[\\/?&=])(?![\\/])/)
    .flatMap((part) => (part.length > LONG_PART ? part.split(/(?<=[a-z])(?=[A-Z])/) : [part]));
}

/** A path, a link or a list of them that breaks between its parts when room is scarce. */
export function PathText({ text }: { text: string }) {
  let end = 0;
  return placesToBreak(text).map((part) => {
    end += part.length;
    return (
      <Fragment key={end}>
        {part}
        <wbr />
      </Fragment>
    );
  });
}
