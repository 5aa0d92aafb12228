/** What a step waits for before the next one, in one sentence with its time limit. */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { Wait } from '../../plan/model';

export const waitSentence = (wait: Wait): Text => {
  switch (wait.type) {
    case 'none':
      return text('Takes effect at once.');
    case 'policyApplied':
      return text(
        'Then waits until every node reports it as applied and its state shows it, at most {{minutes}} minutes.',
        { minutes: Math.ceil(wait.timeoutSeconds / 60) },
      );
    case 'policyGone':
      return text('Then waits until its enactments are gone, at most {{seconds}} seconds.', {
        seconds: wait.timeoutSeconds,
      });
    case 'nadAccepted':
      return text('Then waits until OVN-Kubernetes accepts it, at most {{seconds}} seconds.', {
        seconds: wait.timeoutSeconds,
      });
    case 'nadGone':
      return text('Then waits until it is gone, at most {{seconds}} seconds.', {
        seconds: wait.timeoutSeconds,
      });
    case 'bridgeOffered':
      return text(
        'Then waits until the nodes offer bridge {{bridge}} to the scheduler, at most {{seconds}} seconds.',
        { bridge: wait.bridge, seconds: wait.timeoutSeconds },
      );
    case 'cudnCreated':
    case 'udnCreated':
      return text('Then waits until OVN-Kubernetes has made it, at most {{seconds}} seconds.', {
        seconds: wait.timeoutSeconds,
      });
    case 'cudnGone':
    case 'udnGone':
      return text('Then waits until nothing uses it and it is gone, at most {{seconds}} seconds.', {
        seconds: wait.timeoutSeconds,
      });
    case 'networkUnused':
      return text('Only if no VM uses it.');
    case 'nicAttached':
      return text('If the VM runs, waits until it has the NIC, at most {{minutes}} minutes.', {
        minutes: Math.ceil(wait.timeoutSeconds / 60),
      });
    case 'nicDetached':
      return text('Then waits until the VM has let go of the NIC, at most {{minutes}} minutes.', {
        minutes: Math.ceil(wait.timeoutSeconds / 60),
      });
    case 'nicMoved':
      return text(
        'If the VM runs, waits until it has migrated and uses the other network, at most {{minutes}} minutes.',
        { minutes: Math.ceil(wait.timeoutSeconds / 60) },
      );
  }
};
