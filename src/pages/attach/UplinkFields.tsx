/** Through which bridge frames leave: one that exists, or a new one on free NICs. */
import type { FC } from 'react';
import { FormGroup, Radio } from '@patternfly/react-core';
import { useText, useT } from '../../console/translation';
import { bridgeChoices, bridgeTypeOf } from '../../plan/bridgeChoices';
import type { FlowId } from '../../plan/attachIntent';
import { freeBridgeName } from '../../plan/uplinkCandidates';
import { BridgeLabels } from './BridgeLabels';
import { NewBridgeFields } from './NewBridgeFields';
import type { StepProps } from './stepProps';
import { TextField } from './TextField';

/** Ways whose bridge is not given by the way itself. */
const HAS_CHOICE: ReadonlySet<FlowId> = new Set(['dedicatedNic', 'linuxBridge', 'cudnLocalnet']);

export const UplinkFields: FC<StepProps> = (props) => {
  const { intent, nodes, guards, edit } = props;
  const t = useT();
  const sentence = useText();
  const { uplink, flow } = intent;
  if (uplink.type === 'vlanBridge') {
    return (
      <TextField
        id="attach-bridge-name"
        label={t('Bridge name')}
        help={t('Name of the Linux bridge on the VLAN interface.')}
        value={uplink.bridge}
        field="bridgeName"
        guards={guards}
        onChange={(bridge) => edit({ uplink: { type: 'vlanBridge', bridge } })}
      />
    );
  }
  if (!HAS_CHOICE.has(flow) || uplink.type === 'unseen') return null;
  const choices = bridgeChoices(nodes, bridgeTypeOf(flow)).filter(
    ({ name }) => flow === 'cudnLocalnet' || name !== 'br-ex',
  );
  const newBridge = freeBridgeName(flow === 'linuxBridge' ? 'br' : 'br-vms', nodes);
  return (
    <FormGroup role="radiogroup" label={t('Uplink')} fieldId="attach-uplink" isRequired>
      <div className="vm-networks-attach__choices">
        {choices.map((choice) => (
          <Radio
            key={choice.name}
            id={`attach-bridge-${choice.name}`}
            name="attach-bridge"
            label={choice.name}
            description={
              choice.obstacle === undefined
                ? choice.shared
                  ? t(
                      'Shared with the node’s own traffic: only a mapping is added, no interface is changed.',
                    )
                  : t('Made for VM traffic.')
                : sentence(choice.obstacle)
            }
            isChecked={uplink.type === 'existingBridge' && uplink.bridge === choice.name}
            isDisabled={choice.obstacle !== undefined}
            onChange={() => edit({ uplink: { type: 'existingBridge', bridge: choice.name } })}
            body={<BridgeLabels choice={choice} />}
          />
        ))}
        <Radio
          id="attach-uplink-new"
          name="attach-bridge"
          label={t('A new bridge on a free NIC')}
          description={t('Makes a bridge on each chosen node, one node at a time.')}
          isChecked={uplink.type === 'newBridge'}
          onChange={() => edit({ uplink: { type: 'newBridge', bridge: newBridge, nics: [] } })}
          body={
            uplink.type === 'newBridge' ? <NewBridgeFields {...props} uplink={uplink} /> : undefined
          }
        />
      </div>
    </FormGroup>
  );
};
