/** CL-003: ovnkube pods that crash-loop leave their nodes without network changes, or the cluster. */
import type { PodRecord } from '../../cluster/clusterRecords';
import { OVN_NAMESPACE } from '../../cluster/readPod';
import { text } from '../../cluster/text';
import { isKnown, whyUnknown } from '../../network/evidence';
import { entityId } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import { nameList } from '../facts/nameList';
import { fault, judgeOnce, unclear } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'CL-003';
const APPS = new Set(['ovnkube-node', 'ovnkube-control-plane']);
const MANY_RESTARTS = 3;

const isOvnkube = ({ meta }: PodRecord): boolean =>
  meta.namespace === OVN_NAMESPACE && APPS.has(meta.labels.app ?? '');

const crashLoops = (pod: PodRecord): boolean =>
  !pod.ready && (pod.waiting.includes('CrashLoopBackOff') || pod.restarts >= MANY_RESTARTS);

/** The daemon set alone proves health of the nodes' half, never a crash loop. */
const isHealthyByDaemonSet = ({ snapshot }: NetworkGraph): boolean => {
  const set = snapshot.daemonSets.items.get(`${OVN_NAMESPACE}/ovnkube-node`);
  return set !== undefined && set.desired > 0 && set.ready >= set.desired;
};

export const CL_003: Rule = {
  id,
  title: text('ovnkube pods crash-loop'),
  severity: 'critical',
  tier: 'R',
  reads: [],
  consults: ['pods', 'daemonSets'],
  source: 'ovn-kubernetes nad_controller.go syncAll; issue 4846, PR 6541',
  check: ({ graph }) =>
    judgeOnce(id, () => {
      const { pods } = graph.snapshot;
      const ovnkube = [...pods.items.values()].filter(isOvnkube);
      const looping = ovnkube.filter(crashLoops);
      if (looping.length === 0) {
        if (ovnkube.length > 0 || isHealthyByDaemonSet(graph)) return undefined;
        return unclear(
          WHOLE_CLUSTER,
          isKnown(pods, OVN_NAMESPACE)
            ? text('There are no ovnkube pods in what was read')
            : whyUnknown('pods', pods),
        );
      }
      return fault({
        severity: 'critical',
        subject: WHOLE_CLUSTER,
        related: [
          ...looping.map(({ meta }) => entityId('pod', meta.namespace, meta.name)),
          ...looping.filter(({ node }) => node !== '').map(({ node }) => entityId('node', node)),
        ],
        message: text('{{n}} ovnkube pods crash-loop: {{pods}}.', {
          n: looping.length,
          pods: nameList(looping.map(({ meta }) => meta.name)),
        }),
        symptom: text('No pod or VM starts on these nodes, and network changes have no effect.'),
        fix: text(
          'Read the log of ovnkube-controller there; two NADs of one network name that differ (NAD-008) are a usual cause.',
        ),
      });
    }),
};
