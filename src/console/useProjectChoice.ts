/**
 * The projects a person chose to be read, kept between visits; hands them, and the project that the console
 * is in, on to the watches.
 */
import { useEffect } from 'react';
import { useActiveNamespace } from '@openshift-console/dynamic-plugin-sdk';
import { projectChoice } from './projectChoice';
import { usePreference } from './usePreference';

const NONE: readonly string[] = [];

/** The console's word for all projects. */
const ALL_NAMESPACES = '#ALL_NS#';

/** [names, setter]; no name stands for the first projects by name. */
export const useProjectChoice = (): readonly [
  readonly string[],
  (names: readonly string[]) => void,
] => {
  const [chosen, choose] = usePreference<readonly string[]>('projects', NONE);
  const [active] = useActiveNamespace();
  useEffect(
    () => projectChoice.set(chosen, active === ALL_NAMESPACES ? '' : active),
    [chosen, active],
  );
  return [chosen, choose];
};
