/** The speed of a link as people say it; NMState gives it in Mb/s. */
import { text } from './text';
import type { Text } from './text';

const MEGABITS_PER_GIGABIT = 1000;

/** `speed` in Mb/s; from 1000 on in Gb/s. */
export const speedText = (speed: number): Text =>
  speed >= MEGABITS_PER_GIGABIT
    ? text('{{speed}} Gb/s', { speed: speed / MEGABITS_PER_GIGABIT })
    : text('{{speed}} Mb/s', { speed });
