/**
 * What is seen of a VM where its localnet is not mapped, which depends on the release: OVN-Kubernetes checks
 * for the mapping when a pod starts since its PR 5145 of April 2025. OpenShift 4.18 is older and 4.20 newer;
 * of 4.19 it is not known, so nothing is claimed there. Domain reference 0.3, B.1.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { NetworkGraph } from '../../network/networkGraph';
import { isBefore, openshiftRelease } from './release';

export const unmappedSymptom = (graph: NetworkGraph): Text => {
  const release = openshiftRelease(graph);
  if (release !== undefined && isBefore(release, 4, 19)) {
    return text('VMs start all the same on OpenShift {{version}}, and have no traffic.', {
      version: release.text,
    });
  }
  if (release !== undefined && !isBefore(release, 4, 20)) {
    return text(
      'On OpenShift {{version}} VMs do not start there ("failed to find OVN bridge-mapping"); those that run have no traffic.',
      { version: release.text },
    );
  }
  return text(
    'VMs on it do not start ("failed to find OVN bridge-mapping"); on older releases they run without traffic.',
  );
};
