using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed partial class LatencyFigureTests
{
    [Fact]
    public void The_histogram_says_every_percentile_with_its_interval()
    {
        string words = LatencyHistogramFigure.Draw(Sample("plain C#", 1, 2_000)).AltText;
        Assert.Contains("Histogram of 2,000 service times of plain C#, batch 1", words, StringComparison.Ordinal);
        Assert.Matches(@"p50 [\d.]+ µs \(95 %: [\d.]+ to [\d.]+\); p95 [\d.]+ µs \(95 %: [\d.]+ to [\d.]+\); p99", words);
        Assert.Contains("with a garbage collection", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_percentile_that_few_calls_do_not_carry_is_said_not_drawn()
    {
        Figure few = LatencyHistogramFigure.Draw(Sample("plain C#", 1, 70));
        Assert.Contains("p99 not defined: p99 at 95 % takes at least 299 calls, and there were 70", few.AltText, StringComparison.Ordinal);
        Assert.Contains("p99 not defined", FigureFiles.Svg(few), StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_of_many_calls_stay_small_files()
    {
        Figure figure = LatencyEcdfFigure.Draw([Sample("TorchSharp", 15, 10_000), Sample("plain C#", 1, 10_000)]);
        Assert.InRange(FigureFiles.Svg(figure).Length, 3_000, 100_000);
        Assert.Contains("TorchSharp, batch 1: p50 15", figure.AltText, StringComparison.Ordinal);
    }

    /// <summary>A machine that slowed down between the rounds: the interval of p50 reaches below the fastest call of all.</summary>
    [Fact]
    public void An_interval_that_reaches_past_all_calls_lies_inside_the_picture()
    {
        var slowing = LatencySample.Of([Sample("plain C#", 1, 400), Sample("plain C#", 4, 400), Sample("plain C#", 16, 400)]);
        Assert.True(slowing.Percentile(0.5).Low < slowing.Sorted[0]);

        XElement svg = XElement.Parse(FigureFiles.Svg(LatencyEcdfFigure.Draw([slowing])));
        double[] across = [.. svg.Descendants().Attributes("d").SelectMany(path => AbsolutePoint().Matches(path.Value))
            .Select(point => double.Parse(point.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.NotEmpty(across);
        Assert.InRange(across.Min(), 0, double.MaxValue);
    }

    [GeneratedRegex(@"[ML] ?(-?[\d.]+)[ ,]")]
    private static partial Regex AbsolutePoint();

    /// <summary>Log-normal times about a centre, the slowest with a garbage collection.</summary>
    internal static LatencySample Sample(string server, double centre, int calls)
    {
        var random = new Random(1);
        double[] times = [.. Enumerable.Range(0, calls)
            .Select(_ => centre * Math.Exp(0.15 * Gauss(random)) * (random.Next(150) == 0 ? 8 : 1))];
        double slowest = times.Max();
        return new LatencySample(
            new LatencySubject(server, 1, 1), new LatencyWarmUp(1_000, TimeSpan.FromSeconds(0.3), true, 5, 100, 0.05),
            times, [.. times.Select(time => time == slowest ? 1 : 0)]);
    }

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
