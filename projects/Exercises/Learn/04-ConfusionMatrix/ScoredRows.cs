using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary>Rows whose class is known, what a model says of them, and where its threshold is.</summary>
/// <param name="IsPositive">The truth [n].</param>
/// <param name="Scores">0.01 to 0.99 [n].</param>
/// <param name="Threshold">From which score on a row is predicted positive.</param>
internal sealed record ScoredRows(bool[] IsPositive, double[] Scores, double Threshold)
{
    /// <summary>One row at least is found, and no score equals the threshold: every rate is defined, and ≥ is as good as >.</summary>
    public static ScoredRows Drawn(Random random)
    {
        while (true)
        {
            int n = random.Next(3, 11);
            double threshold = random.Next(2, 9) / 10.0;
            ScoredRows drawn = new(
                [.. Enumerable.Range(0, n).Select(_ => random.Next(5) < 2)],
                [.. Enumerable.Range(0, n).Select(_ => random.Next(1, 100) / 100.0)], threshold);
            if (!drawn.HasTie && drawn.Counted(true, true) > 0) return drawn;
        }
    }

    /// <summary>Up to three scores equal the threshold.</summary>
    public static ScoredRows WithTies(Random random)
    {
        ScoredRows drawn = Drawn(random);
        for (int tie = random.Next(1, 4); tie > 0; tie--) drawn.Scores[random.Next(drawn.Scores.Length)] = drawn.Threshold;
        return drawn;
    }

    /// <summary>All scores lie below the threshold.</summary>
    public static ScoredRows NothingCalled(Random random) =>
        Drawn(random) is var drawn ? drawn with { Scores = [.. drawn.Scores.Select(one => Lower(one, drawn.Threshold))] } : drawn;

    /// <summary>No row is positive.</summary>
    public static ScoredRows NothingToFind(Random random) =>
        Drawn(random) is var drawn ? drawn with { IsPositive = new bool[drawn.IsPositive.Length] } : drawn;

    /// <summary>No row is positive, and none is predicted so.</summary>
    public static ScoredRows NothingAtAll(Random random) =>
        NothingCalled(random) is var drawn ? drawn with { IsPositive = new bool[drawn.IsPositive.Length] } : drawn;

    /// <summary>Every row that is predicted positive is positive.</summary>
    public static ScoredRows NoFalseAlarm(Random random) => Drawn(random) is var drawn
        ? drawn with { IsPositive = [.. drawn.IsPositive.Zip(drawn.Scores, (yes, score) => yes || score >= drawn.Threshold)] } : drawn;

    /// <summary>Every positive row is predicted positive.</summary>
    public static ScoredRows NoMiss(Random random) => Drawn(random) is var drawn
        ? drawn with { IsPositive = [.. drawn.IsPositive.Zip(drawn.Scores, (yes, score) => yes && score >= drawn.Threshold)] } : drawn;

    public bool HasTie => Scores.Contains(Threshold);

    /// <summary>Rows of one class that are predicted positive, or not.</summary>
    public int Counted(bool positive, bool called) =>
        Enumerable.Range(0, Scores.Length).Count(i => IsPositive[i] == positive && (Scores[i] >= Threshold) == called);

    /// <summary>With one row more.</summary>
    public ScoredRows And(bool positive, bool called) =>
        new([.. IsPositive, positive], [.. Scores, called ? Threshold + 0.05 : Threshold - 0.05], Threshold);

    public IEnumerable<ScoredRows> Simpler() => Simplify.Without(Scores.Length, least: 1).Select(kept =>
        this with { IsPositive = [.. kept.Select(i => IsPositive[i])], Scores = [.. kept.Select(i => Scores[i])] });

    public override string ToString() =>
        $"labels = [{string.Join(", ", IsPositive.Select(one => one ? "true" : "false"))}], scores = {Written.Of(Scores)}, "
        + $"threshold = {Written.Of(Threshold)}";

    private static double Lower(double score, double threshold) => score < threshold ? score : Math.Round(score * threshold * 0.9, 3);
}
