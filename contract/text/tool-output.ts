import { size } from './size';

/** What a tool's output says of itself, in the middle of it. */
export const toolOutputText = {
  leftOut: (characters: number) =>
    `[The tool printed too much to keep. ${size(characters)} are left out here.]`,
};
