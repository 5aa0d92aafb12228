/** What the fault matrix saw, one row a case, printed as a table at the end of a run. */

interface Row {
  readonly flow: string;
  readonly step: string;
  readonly fault: string;
  /** What the page would tell. */
  readonly shown: string;
  readonly wayHome: string;
}

const KEYS = ['flow', 'step', 'fault', 'shown', 'wayHome'] as const;

export class FaultTable {
  private readonly rows: Row[] = [];

  add(row: Row): void {
    this.rows.push(row);
  }

  print(): void {
    const widths = KEYS.map((key) => Math.max(...this.rows.map((row) => row[key].length)));
    const lines = this.rows.map((row) =>
      KEYS.map((key, index) => row[key].padEnd(widths[index] ?? 0)).join('  '),
    );
    process.stdout.write(`\n${lines.join('\n')}\n${this.rows.length} cases\n`);
  }
}
