/** The article's cluster seen by somebody with few rights, or with an operator missing. */
import { articlePlan } from './articleScenarios';
import { readDocuments } from './readDocuments';
import type { ScenarioSource } from './scenario';
import { settleCluster } from './settleCluster';

function lacking(name: string, description: string, group: string): ScenarioSource {
  return {
    name,
    description,
    load: async () => {
      const without = [group];
      return { objects: settleCluster({ ...(await articlePlan('dual-nic')), without }), without };
    },
  };
}

export const partialScenarios: readonly ScenarioSource[] = [
  {
    name: 'project-user',
    description:
      'dual-nic with three users: dana, admin of ns2 only, olaf, who reads everything, and nina, who may nothing',
    load: async () => {
      const plan = await articlePlan('dual-nic');
      const rights = await readDocuments('project-user/rights.yaml');
      return {
        objects: settleCluster({ ...plan, documents: [...plan.documents, ...rights] }),
        users: {
          'dana-token': { name: 'dana', groups: ['system:authenticated'] },
          'nina-token': { name: 'nina', groups: ['system:authenticated'] },
          'olaf-token': { name: 'olaf', groups: ['system:authenticated'] },
          'admin-token': { name: 'kubeadmin', groups: ['system:masters'] },
        },
      };
    },
  },
  lacking('no-nmstate', 'dual-nic on a cluster without NMState', 'nmstate.io'),
  lacking('no-kubevirt', 'dual-nic on a cluster without OpenShift Virtualization', 'kubevirt.io'),
];
