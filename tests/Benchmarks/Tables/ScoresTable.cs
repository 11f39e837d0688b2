using System.Diagnostics;
using System.Globalization;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Many rows of scores, read from a file and measured as <c>mlmaths metrics</c> does it: seconds, and the memory at its
/// peak.
/// </summary>
internal static class ScoresTable
{
    public static void Print(int rows)
    {
        string file = Path.GetTempFileName();
        try
        {
            Write(file, rows);
            var watch = Stopwatch.StartNew();
            ScoreTable table = ScoreFile.Read(file, new ScoreColumns("y", ["p"]));
            double read = watch.Elapsed.TotalSeconds;
            var measured = MetricIntervals.Of(table.Is("1"), table.Scores[0], 0.5, seed: 7);
            double all = watch.Elapsed.TotalSeconds;
            using var own = Process.GetCurrentProcess();
            Console.WriteLine(
                FormattableString.Invariant($"{rows:N0} rows, {new FileInfo(file).Length / 1e6:N0} MB of CSV: ")
                + FormattableString.Invariant($"read in {read:F1} s, measured in {all - read:F1} s, ")
                + FormattableString.Invariant($"peak {own.PeakWorkingSet64 / 1e6:N0} MB; ")
                + FormattableString.Invariant($"ROC AUC {measured[BinaryMetric.RocArea].Value:F4} (the law's: 0.875)"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    // p uniform, P(y = 1 | p) = p²: the area is ∫ 3p² · 3/2 (p − p³/3) dp = 7/8.
    public static void Write(string file, int rows)
    {
        var random = Seeds.Generator(3, DrawnFor.Worlds);
        using var writer = new StreamWriter(file);
        writer.Write("y,p\n");
        for (int row = 0; row < rows; row++)
        {
            double p = random.NextDouble();
            writer.Write(random.NextDouble() < p * p ? "1," : "0,");
            writer.Write(p.ToString("F14", CultureInfo.InvariantCulture));
            writer.Write('\n');
        }
    }
}
