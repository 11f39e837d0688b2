namespace MlMaths.Torch.Runs;

/// <summary>How long each stage of a run took, in the order in which they ended.</summary>
/// <param name="clock">Says how long.</param>
/// <param name="told">Hears of each as it ends.</param>
internal sealed class StageTimes(TimeProvider clock, Action<StageTime> told)
{
    private readonly Lock _gate = new();
    private readonly List<StageTime> _ended = [];

    /// <summary>Those that have ended.</summary>
    public IReadOnlyList<StageTime> Ended
    {
        get
        {
            lock (_gate)
                return [.. _ended];
        }
    }

    /// <summary>Begins a stage, which ends when this is disposed of.</summary>
    public IDisposable Begin(string name) => new Stage(this, name, clock.GetTimestamp());

    private void End(string name, long start)
    {
        StageTime took = new(name, Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3));
        lock (_gate)
            _ended.Add(took);
        told(took);
    }

    private sealed class Stage(StageTimes times, string name, long start) : IDisposable
    {
        public void Dispose() => times.End(name, start);
    }
}
