/** The walks over NADs of one plugin that checks share; after a change only NADs that it touches. */
import type { BridgePlugin, OvnPlugin } from '../cluster/cniConfig';
import type { Judgements } from './finding';
import { judgeEach } from './judgeEach';
import type { Wide } from './itemAnswers';
import type { RuleContext, RuleResult } from './model';
import { asBridge, asOvn, isDefaultNetworkNad } from './nadFacts';
import type { PluginNad } from './nadFacts';
import { NADS } from './walk';

/** Judges every user-made OVN NAD, of whatever topology. */
export const judgeOvnNads = (
  context: RuleContext,
  rule: string,
  decide: (entry: PluginNad<OvnPlugin>) => Judgements,
  wide?: Wide,
): RuleResult =>
  judgeEach(
    context,
    rule,
    NADS,
    (nad) => {
      const entry = asOvn(nad);
      return entry === undefined || isDefaultNetworkNad(entry) ? undefined : decide(entry);
    },
    wide,
  );

/** Judges every NAD of the bridge CNI. */
export const judgeBridgeNads = (
  context: RuleContext,
  rule: string,
  decide: (entry: PluginNad<BridgePlugin>) => Judgements,
  wide?: Wide,
): RuleResult =>
  judgeEach(
    context,
    rule,
    NADS,
    (nad) => {
      const entry = asBridge(nad);
      return entry === undefined ? undefined : decide(entry);
    },
    wide,
  );
