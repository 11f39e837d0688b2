using System.Diagnostics;

namespace MlMaths.Torch.Fuzz;

/// <summary>
/// How long an input is waited for: by the processor time that it uses, as other work on the machine takes no part in that. What waits
/// for something that never comes uses none: by the clock after all, and long.
/// </summary>
/// <param name="Processor">Nothing that is fuzzed takes a second: what works this long does not end.</param>
/// <param name="Clock">The most, however little it works.</param>
internal sealed record Patience(TimeSpan Processor, TimeSpan Clock)
{
    public static Patience Usual { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));

    /// <summary>Whether it ended in time, and the processor time that it had used when it was last looked at.</summary>
    /// <param name="ends">Waits so long, and says whether it has ended.</param>
    /// <param name="used">Processor time so far.</param>
    public (bool Ended, TimeSpan Used) Wait(Func<TimeSpan, bool> ends, Func<TimeSpan> used)
    {
        TimeSpan before = used(), spent = TimeSpan.Zero, pause = TimeSpan.FromMilliseconds(1);
        long start = Stopwatch.GetTimestamp();
        while (!ends(pause))
        {
            spent = used() - before;
            if (spent > Processor || Stopwatch.GetElapsedTime(start) > Clock)
                return (false, spent);
            pause = pause < TimeSpan.FromMilliseconds(100) ? 2 * pause : pause;
        }

        return (true, spent);
    }
}
