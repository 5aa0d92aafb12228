/** NNCP-018, NAD-009, VM-001: a network has a legal name of its own, and projects that may use it. */
import { text } from '../../cluster/text';
import { isLocalnetName, isNadName, isReservedNetworkName } from '../names';
import { nadInProject } from '../nadInProject';
import { guard } from './guardRule';
import type { GuardRule } from './guardRule';

export const NAME_018: GuardRule = {
  id: 'NNCP-018',
  check: ({ graph, intent }) => {
    const { networkName, projects } = intent;
    if (isNadName(networkName) && isLocalnetName(networkName)) return [];
    // A network that is there has the name it has; nothing is given that name anew.
    const isThere = projects.every((project) => nadInProject(graph, intent, project).exists);
    if (isThere && projects.length > 0) return [];
    return [
      guard(
        'NNCP-018',
        'block',
        'networkName',
        text(
          'A network name has up to 63 lower-case letters, digits and dashes, and begins with a letter or 1 to 9.',
        ),
      ),
    ];
  },
};

export const NAD_009: GuardRule = {
  id: 'NAD-009',
  check: ({ intent }) =>
    isReservedNetworkName(intent.networkName)
      ? [
          guard(
            'NAD-009',
            'block',
            'networkName',
            text('{{network}} is a name that OVN-Kubernetes keeps for itself.', {
              network: intent.networkName,
            }),
          ),
        ]
      : [],
};

export const PROJECTS: GuardRule = {
  id: 'VM-001',
  check: ({ intent }) =>
    intent.projects.length === 0
      ? [guard('VM-001', 'block', 'projects', text('Choose at least one project.'))]
      : [],
};
