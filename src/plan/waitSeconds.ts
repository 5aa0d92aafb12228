/** Seconds a step may take before the job says that it is late (domain reference B.11, D.8). */
export const WAIT_SECONDS = {
  policy: 600,
  nad: 30,
  nic: 300,
  /** bridge-marker looks every 60 s. */
  bridge: 120,
  udn: 60,
  /** A network in use goes when its last pod has gone. */
  gone: 120,
} as const;
