import type { Case } from '../harness';

export const setUpCases: Case[] = [];
