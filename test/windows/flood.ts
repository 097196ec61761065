/** As many blocks as make 100 MB. */
export const FLOOD_BLOCKS = 1600;

/** One block of what the program tool prints for `flood`. */
export const floodBlock = (number: number) => String(number).padStart(16, '0').padEnd(65_536, 'x');
