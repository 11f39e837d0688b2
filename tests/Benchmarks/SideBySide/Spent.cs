using System.Diagnostics;

namespace MlMaths.Torch.Benchmarks;

/// <summary>What one turn took: seconds of the processor, all threads together, and seconds on the clock.</summary>
internal readonly record struct Spent(double Processor, double Clock)
{
    /// <summary>Of work in this process.</summary>
    public static Spent By(Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        work();
        return new((Environment.CpuUsage.TotalTime - before).TotalSeconds, watch.Elapsed.TotalSeconds);
    }

    /// <summary>The middle one, each number by itself.</summary>
    public static Spent Median(IReadOnlyList<Spent> turns) =>
        new(Middle(turns.Select(one => one.Processor)), Middle(turns.Select(one => one.Clock)));

    /// <summary>The middle of the turns' quotients: what slowed a turn down slowed both sides of it.</summary>
    public static (double Low, double Median, double High) Ratio(IReadOnlyList<Spent> ours, IReadOnlyList<Spent> theirs)
    {
        double[] ratios = [.. ours.Zip(theirs, (one, other) => one.Processor / other.Processor).Order()];
        return (ratios[0], ratios[ratios.Length / 2], ratios[^1]);
    }

    private static double Middle(IEnumerable<double> seconds)
    {
        double[] sorted = [.. seconds.Order()];
        return sorted[sorted.Length / 2];
    }
}
