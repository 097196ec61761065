import type { Case } from '../harness';

export const signatureCases: Case[] = [];
