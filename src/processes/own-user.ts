const NOBODY = 65_534;

/**
 * Gives up root for good, where the process was started as root (architecture.md, walls). Everything the process
 * will ever load must be loaded by now: nobody cannot enter root's home.
 */
export function becomeNobody(): void {
  if (process.getuid?.() !== 0) return;
  process.setgroups?.([]);
  process.setgid?.(NOBODY);
  process.setuid?.(NOBODY);
}
