/** One NIC of one VM, chosen to be detached or moved. */
export interface NicChoice {
  readonly namespace: string;
  /** Of the VM. */
  readonly name: string;
  readonly nic: string;
}
