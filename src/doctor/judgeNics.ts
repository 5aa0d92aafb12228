/** Judges every NIC of every VM, and after a change the NICs of the VMs that it touches. */
import type { VnicView } from '../network/networkGraph';
import type { Judgement, Judgements } from './finding';
import { judgeEach } from './judgeEach';
import type { Wide } from './itemAnswers';
import type { RuleContext, RuleResult } from './model';
import { VMS } from './walk';

/** `judgeEach` over VMs, NIC by NIC. */
export const judgeNics = (
  context: RuleContext,
  rule: string,
  decide: (vnic: VnicView) => Judgements,
  wide?: Wide,
): RuleResult =>
  judgeEach(
    context,
    rule,
    VMS,
    ({ vnics }) => {
      let found: Judgement[] | undefined;
      for (const vnic of vnics) {
        const answer = decide(vnic);
        if (answer === undefined) continue;
        found ??= [];
        if ('verdict' in answer) found.push(answer);
        else found.push(...answer);
      }
      return found;
    },
    wide,
  );
