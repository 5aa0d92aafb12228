/**
 * The node that gets a change of interfaces first. One that is not among the choices any more was chosen before
 * the nodes were changed: the proposed one takes its place, for a form never gives up the trial by itself.
 */

/** '' for none, undefined for the one that is proposed. */
export type CanaryChoice = string | undefined;

/** @param choices the proposed one first; empty where there is nothing to try */
export const canaryOf = (choices: readonly string[], chosen: CanaryChoice): string | undefined =>
  chosen === '' ? undefined : (choices.find((node) => node === chosen) ?? choices[0]);
