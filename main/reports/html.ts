/** Text that stays text on a page, in attributes too. */
export const html = (value: string) =>
  value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element around content that is HTML already. */
export const tag = (name: string, content: string, attributes = '') =>
  `<${name}${attributes === '' ? '' : ` ${attributes}`}>${content}</${name}>`;
