/** A rule's result that is worked out when somebody first looks at it. */
import type { RuleResult } from './model';

class LaterResult implements RuleResult {
  private result?: RuleResult;

  constructor(private readonly work: () => RuleResult) {}

  private get made(): RuleResult {
    this.result ??= this.work();
    return this.result;
  }

  get findings(): RuleResult['findings'] {
    return this.made.findings;
  }

  get unknown(): RuleResult['unknown'] {
    return this.made.unknown;
  }
}

/** The result of `work`, which is done once, when it is asked for; what it throws is thrown there. */
export const laterResult = (work: () => RuleResult): RuleResult => new LaterResult(work);
