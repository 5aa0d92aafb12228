/** CL-004: while the cluster MTU migrates, sizes along the path change by themselves. */
import { text } from '../../cluster/text';
import { fault, judge } from '../finding';
import type { Rule } from '../model';
import { WHOLE_CLUSTER } from '../entityKind';

const id = 'CL-004';

export const CL_004: Rule = {
  id,
  title: text('MTU migration is running'),
  severity: 'info',
  tier: 'S',
  reads: ['clusterNetworks'],
  source: 'openshift/api config/v1 Network status.migration',
  check: ({ graph }) =>
    judge(id, graph.snapshot.clusterNetworks.items.values(), ({ mtuMigrating }) =>
      mtuMigrating
        ? fault({
            severity: 'info',
            subject: WHOLE_CLUSTER,
            message: text('The MTU of the cluster network is being migrated.'),
            symptom: text('MTUs of nodes and networks differ for a while; NAD-013 is not judged.'),
            fix: text('Finish the migration; then look again.'),
          })
        : undefined,
    ),
};
