using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Runs;
using static MlMaths.Torch.Tests.Projects.SlowMaths;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// Every numeric question of a viva once more, by another path than its key: from counts of rows, by simulation, by bisection, by
/// differences; what a question draws is read from its own words.
/// </summary>
internal sealed partial class ViaAnotherPath(FinishedRun run)
{
    // The costs that decision has without options: of a miss, of a false alarm, of the review of any flagged row.
    private const double Miss = 100, FalseAlarm = 4, Review = 1;

    private readonly Random _chance = new(7);
    private readonly Dictionary<string, (double Hits, double FalseAlarms, double Misses, double Passed)> _counts = [];

    private Dictionary<string, Func<double[], double>> Paths => field ??= new()
    {
        ["logistic.false-alarms"] = _ => 100 * Logistic().FalseAlarms / (Logistic().Hits + Logistic().FalseAlarms),
        ["logistic.f1"] = _ => 2 * Logistic().Hits / (2 * Logistic().Hits + Logistic().FalseAlarms + Logistic().Misses),
        ["logistic.cost-ratio"] = said => CheapestThreshold(miss: said[2], falseAlarm: 1),
        ["logistic.logit"] = said => Root(z => 1 / (1 + Math.Exp(-z)) - said[0], -20, 20),
        ["logistic.interval-width"] = said => RowsFor(said[^1]),
        ["logistic.confident-miss"] = said => Integral(x => 1 / x, said[1], 1) / said[0],
        ["logistic.penalty-gradient"] = said => Slope(w => said[1] / 2 * w * w, said[2]),
        ["pca.two-components"] = said => Projected(said).Kept,
        ["pca.residual"] = said => Projected(said).Lost,
        ["pca.angle"] = said => Turned(said[0]),
        ["decision.missed"] = _ => 100 * Decision().Misses / (Decision().Hits + Decision().Misses),
        ["decision.flag-nothing"] = _ => (Decision().FalseAlarms + Decision().Passed) / Rows(Decision()),
        ["decision.read-per-found"] = _ => (Decision().Hits + Decision().FalseAlarms) / Decision().Hits,
        ["decision.lift"] = _ => Decision().Hits / (Decision().Hits + Decision().FalseAlarms)
            / ((Decision().Hits + Decision().Misses) / Rows(Decision())),
        ["decision.found-per-week"] = said => said[0] * Decision().Hits / (Decision().Hits + Decision().FalseAlarms),
        ["decision.guessing"] = _ => PrecisionByLot(Decision()),
        ["decision.base-rate"] = said => Reweighted(Decision(), said[^1]),
        ["decision.among-the-passed"] = _ => Decision().Misses / (Decision().Misses + Decision().Passed),
        ["decision.dearer-alarms"] = said => CheapestThreshold(Miss, FalseAlarm * said[4], Review),
        ["decision.share-saved"] = _ => Saved(Decision()),
        ["net.chance-loss"] = said => -Enumerable.Repeat(1 / said[1], (int)said[1]).Sum(p => p * Math.Log(p)),
        ["net.parameter-count"] = said => Parameters((int)said[1], (int)said[2], (int)said[3]),
        ["net.training-time"] = said => StepByStep((int)said[2], (int)said[1], (int)said[3]) / said[0],
        ["net.slow-once"] = said => AtLeastOnce((int)said[2], 0.05),
        ["net.calls-per-second"] = said => 1 / (said[0] * 1e-6),
        ["net.typical-probability"] = said => Root(p => Math.Log(p) + said[0], 1e-12, 1),
        ["net.softmax-gradient"] = said => Slope(z => Math.Log(Math.Exp(z) + 1 - said[1]) - z, Math.Log(said[1])),
        ["calculus.chain"] = said => Slope(w => Math.Pow(w * said[^2] - said[^1], 2), said[^3]),
        ["calculus.one-step"] = said => said[^2] - said[^1] * Slope(w => (w - 3) * (w - 3), said[^2]),
        ["calculus.stable-rate"] = said => LargestStable(said[2], 0),
        ["calculus.momentum"] = said => LargestStable(said[2], said[1]),
        ["evaluate.split-luck"] = said => DeviationOfDifferences(said[0]),
        ["evaluate.specificity"] = _ => Evaluated().Passed / (Evaluated().Passed + Evaluated().FalseAlarms),
        ["regression.r2"] = _ => TakenAway(),
        ["regression.digits-lost"] = said => Math.Log10(Gram(said[0])),
        ["regression.normal-mae"] = said => said[0] * Normals(40_000).Average(Math.Abs),
        ["distributions.relative"] = _ => run.Measurements.Single(one => one.Id == "change.ratio").Value!.Value - 1,
        ["distributions.spread"] = said => BinomialDeviation((int)said[0], said[1]),
        ["distributions.no-event"] = said => Math.Pow(1 - said[0] / 1e7, 1e7),
        ["distributions.half-the-difference"] = said => said[0] * RowsFor(said[1]),
    };

    public IReadOnlyCollection<string> Known => Paths.Keys;

    public double Of(string id, string text) => Paths[id](Numbers(text));

    // What is drawn is in the words: a third is 3, doubles is 2.
    private static double[] Numbers(string text) =>
    [
        .. Written().Matches(text.Replace("95 % interval", "")).Select(found => found.Value switch
        {
            "half" or "halves" => found.Value == "half" ? 2 : 0.5,
            "a third" or "triples" => 3,
            "a quarter" => 4,
            "doubles" or "twice" => 2,
            var digits => double.Parse(digits.Replace("−", "-").Replace(",", ""), CultureInfo.InvariantCulture),
        }),
    ];

    private (double Hits, double FalseAlarms, double Misses, double Passed) Logistic() => Counted("score", Value("threshold.chosen"));

    private (double Hits, double FalseAlarms, double Misses, double Passed) Decision() => Logistic();

    private (double Hits, double FalseAlarms, double Misses, double Passed) Evaluated() => Counted("score_logistic", 0.5);

    private (double Hits, double FalseAlarms, double Misses, double Passed) Counted(string score, double threshold)
    {
        if (!_counts.ContainsKey(score))
            _counts[score] = new ScoredFile(run.Folder).Counts(run.Data!.Positive!, threshold, score);
        return _counts[score];
    }

    private double Value(string id) => run.Measurements.Single(one => one.Id == id).Value!.Value;

    private static double Rows((double Hits, double FalseAlarms, double Misses, double Passed) counts) =>
        counts.Hits + counts.FalseAlarms + counts.Misses + counts.Passed;

    // Three independent columns with the variances of PC1, PC2 and the rest.
    private (double Kept, double Lost) Projected(double[] said)
    {
        double[] shares = [said[0], said[1], 1 - said[0] - said[1]];
        double[] measured = [.. shares.Select(share => share * Normals(20_000).Average(one => one * one))];
        return ((measured[0] + measured[1]) / measured.Sum(), measured[2] / measured.Sum());
    }

    private double PrecisionByLot((double Hits, double FalseAlarms, double Misses, double Passed) counts)
    {
        bool[] labels = [.. Enumerable.Range(0, (int)Rows(counts)).Select(i => i < counts.Hits + counts.Misses)];
        return Enumerable.Range(0, 400).Average(_ =>
        {
            _chance.Shuffle(labels);
            return labels.Take(labels.Length / 2).Average(label => label ? 1.0 : 0);
        });
    }

    // Positive rows count as often as makes them so frequent.
    private static double Reweighted((double Hits, double FalseAlarms, double Misses, double Passed) counts, double times)
    {
        double positives = counts.Hits + counts.Misses, rate = positives / Rows(counts);
        double weight = times * rate * (Rows(counts) - positives) / (1 - times * rate) / positives;
        return weight * counts.Hits / (weight * counts.Hits + counts.FalseAlarms);
    }

    private static double Saved((double Hits, double FalseAlarms, double Misses, double Passed) counts)
    {
        double positives = counts.Hits + counts.Misses, negatives = counts.FalseAlarms + counts.Passed;
        double own = Miss * counts.Misses + (FalseAlarm + Review) * counts.FalseAlarms + Review * counts.Hits;
        return 1 - own / Math.Min(Miss * positives, Review * positives + (FalseAlarm + Review) * negatives);
    }

    private double DeviationOfDifferences(double deviation)
    {
        double[] one = Normals(40_000), other = Normals(40_000);
        return Math.Sqrt(one.Zip(other).Average(pair => Math.Pow(deviation * (pair.First - pair.Second), 2)));
    }

    private double TakenAway()
    {
        ScoredFile file = new(run.Folder);
        double mean = file.Numbers("target", "training").Average();
        double[] targets = file.Numbers("target", "test"), said = file.Numbers("score_least_squares", "test");
        return 1 - targets.Zip(said).Sum(row => Math.Pow(row.First - row.Second, 2)) / targets.Sum(target => Math.Pow(target - mean, 2));
    }

    private double[] Normals(int count) =>
        [.. Enumerable.Range(0, count).Select(_ =>
            Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble()))];

    [GeneratedRegex(
        @"(?<![A-Za-zληβ₁])−?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?(?![A-Za-z])|a third|a quarter|\bhalf\b|halves|doubles|twice|triples")]
    private static partial Regex Written();
}
