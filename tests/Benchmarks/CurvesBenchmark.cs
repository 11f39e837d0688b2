using BenchmarkDotNet.Attributes;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>From labels and scores to the areas: one sort, read twice.</summary>
[MemoryDiagnoser]
public class CurvesBenchmark
{
    private bool[] _labels = [];
    private double[] _scores = [];

    [Params(1_000, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Draw() => (_labels, _scores) = ScoredRows.Draw(Rows, seed: 7);

    [Benchmark]
    public double? RocArea() => RocCurve.From(ThresholdCounts.From(_labels, _scores)).Area;

    [Benchmark]
    public double? AveragePrecision() => PrecisionRecallCurve.From(ThresholdCounts.From(_labels, _scores)).AveragePrecision;

    [Benchmark]
    public double? RocAreaWithItsInterval() => DeLong.Of(_labels, _scores).AreaInterval(0.95).Low;
}
