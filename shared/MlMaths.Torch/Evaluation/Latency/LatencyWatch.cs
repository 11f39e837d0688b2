namespace MlMaths.Torch.Evaluation;

/// <summary>Times one call after the other, and sees which of them a garbage collection fell into.</summary>
internal sealed class LatencyWatch(Action call, TimeProvider clock, Func<int> collections)
{
    private const double MicrosecondsPerSecond = 1e6;

    public (double Microseconds, int Collections) Time()
    {
        int before = collections();
        long start = clock.GetTimestamp();
        call();
        long end = clock.GetTimestamp();
        return ((end - start) * MicrosecondsPerSecond / clock.TimestampFrequency, collections() - before);
    }
}
