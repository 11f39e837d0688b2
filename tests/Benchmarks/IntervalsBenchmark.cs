using BenchmarkDotNet.Attributes;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>Every measure of a report with its interval, most of them by bootstrap.</summary>
[MemoryDiagnoser]
public class IntervalsBenchmark
{
    private bool[] _labels = [];
    private double[] _scores = [];

    [Params(114, 2_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Draw() => (_labels, _scores) = ScoredRows.Draw(Rows, seed: 7);

    [Benchmark]
    public double? AllMeasures() =>
        MetricIntervals.Of(_labels, _scores, threshold: 0.5, seed: 3, new ErrorCosts(Miss: 10, FalseAlarm: 1))[BinaryMetric.RocArea].Low;
}
