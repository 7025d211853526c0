/** Milliseconds that this process has worked: on a busy machine no program is cut short. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
