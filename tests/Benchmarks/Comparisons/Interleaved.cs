using System.Diagnostics;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Ways to do the same work, taken in turns: what slows the machine down for a while slows all of them, and leaves the
/// ratios alone. Times are medians over the rounds, ratios medians of the rounds' ratios to the first way.
/// </summary>
internal static class Interleaved
{
    private const int Rounds = 21;

    public static void Print(string title, int repeats, params (string Name, Action Work)[] ways)
    {
        double[][] microseconds = [.. ways.Select(_ => new double[Rounds])];
        foreach ((_, Action work) in ways) Microseconds(work, repeats); // warm
        for (int round = 0; round < Rounds; round++)
        {
            for (int way = 0; way < ways.Length; way++)
                microseconds[way][round] = Microseconds(ways[way].Work, repeats);
        }

        Console.WriteLine($"\n| {title} | µs | ratio | quartiles of the ratio |\n|---|---|---|---|");
        for (int way = 0; way < ways.Length; way++)
        {
            double[] ratios = [.. microseconds[way].Zip(microseconds[0], (time, first) => time / first).Order()];
            Console.WriteLine(
                $"| {ways[way].Name} | {microseconds[way].Order().ElementAt(Rounds / 2):0.0} | "
                + $"{ratios[Rounds / 2]:0.000} | {ratios[Rounds / 4]:0.000} to {ratios[Rounds * 3 / 4]:0.000} |");
        }
    }

    private static double Microseconds(Action work, int repeats)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repeats; i++) work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / repeats;
    }
}
