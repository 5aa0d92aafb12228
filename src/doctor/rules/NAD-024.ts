/** NAD-024: names are all a person has to choose by; a number in them should be the VLAN. */
import type { OvnPlugin } from '../../cluster/cniConfig';
import { text } from '../../cluster/text';
import { fault } from '../finding';
import type { Rule } from '../model';
import type { PluginNad } from '../nadFacts';
import { nadId, nadLabel, nadSubject } from '../nadFacts';
import { judgeOvnNads } from '../judgeNads';

const id = 'NAD-024';

/** A number that looks like a VLAN id: after "vlan" or at the end of the name. */
const vlanInName = (name: string): number | undefined => {
  const match = /vlan[-_.]?(\d{1,4})(?!\d)|(?:^|[-_.])(\d{1,4})$/i.exec(name);
  const digits = match?.[1] ?? match?.[2];
  return digits === undefined ? undefined : Number(digits);
};

const disagreement = ({ nad, config, plugin }: PluginNad<OvnPlugin>): string | undefined => {
  const { name } = nad.meta;
  // A configuration without a name is NAD-009.
  if (config.name === '') return undefined;
  const vlan = plugin.vlanID?.malformed === false ? plugin.vlanID.value : 0;
  for (const candidate of nad.generated ? [name] : [name, config.name]) {
    const number = vlanInName(candidate);
    if (number !== undefined && number !== vlan) {
      return vlan === 0 ? `${candidate}: untagged` : `${candidate}: vlanID ${vlan}`;
    }
  }
  return nad.generated || name === config.name ? undefined : `${name}: name ${config.name}`;
};

export const NAD_024: Rule = {
  id,
  title: text('NAD name, network name and VLAN disagree'),
  severity: 'info',
  tier: 'S',
  reads: ['nads'],
  source: 'the article this project started from',
  check: (context) =>
    judgeOvnNads(context, id, (entry) => {
      const { nad, plugin } = entry;
      const detail = plugin.topology === 'localnet' ? disagreement(entry) : undefined;
      if (detail === undefined) return undefined;
      return fault({
        severity: 'info',
        subject: nadSubject(nad),
        related: [nadId(nad)],
        message: text('The names of {{nad}} do not agree with its settings ({{detail}}).', {
          nad: nadLabel(nad),
          detail,
        }),
        symptom: text('People pick the wrong network from a list.'),
        fix: text('Name the NAD and the network after the VLAN they carry.'),
      });
    }),
};
