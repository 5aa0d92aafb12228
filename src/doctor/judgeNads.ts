/** The walks over NADs of one plugin that checks share; after a change only NADs that it touches. */
import type { BridgePlugin, OvnPlugin } from '../cluster/cniConfig';
import type { NadRecord } from '../cluster/nadRecord';
import type { Judgements } from './finding';
import { judgeEach } from './judgeEach';
import type { Wide } from './itemAnswers';
import type { RuleContext, RuleResult } from './model';
import { asBridge, asOvn, isDefaultNetworkNad } from './nadFacts';
import type { PluginNad } from './nadFacts';
import { NADS } from './walk';

type Decide<Entry> = (entry: Entry) => Judgements;

/** Judges every NAD that `pick` takes up; the others are none of the rule's. */
const judgePicked = <Entry>(
  context: RuleContext,
  rule: string,
  pick: (nad: NadRecord) => Entry | undefined,
  decide: Decide<Entry>,
  wide: Wide | undefined,
): RuleResult =>
  judgeEach(
    context,
    rule,
    NADS,
    (nad) => {
      const entry = pick(nad);
      return entry === undefined ? undefined : decide(entry);
    },
    wide,
  );

const asUserMadeOvn = (nad: NadRecord): PluginNad<OvnPlugin> | undefined => {
  const entry = asOvn(nad);
  return entry === undefined || isDefaultNetworkNad(entry) ? undefined : entry;
};

/** Judges every user-made OVN NAD, of whatever topology. */
export const judgeOvnNads = (
  context: RuleContext,
  rule: string,
  decide: Decide<PluginNad<OvnPlugin>>,
  wide?: Wide,
): RuleResult => judgePicked(context, rule, asUserMadeOvn, decide, wide);

/** Judges every NAD of the bridge CNI. */
export const judgeBridgeNads = (
  context: RuleContext,
  rule: string,
  decide: Decide<PluginNad<BridgePlugin>>,
  wide?: Wide,
): RuleResult => judgePicked(context, rule, asBridge, decide, wide);
