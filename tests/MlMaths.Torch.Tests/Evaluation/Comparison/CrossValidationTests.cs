using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Evaluation;

public sealed class CrossValidationTests
{
    private static readonly Dataset Rows = new(
        "rows", ["x"], [.. Enumerable.Range(0, 40).Select(row => (double)row)], "y",
        [.. Enumerable.Range(0, 40).Select(row => row % 2 == 0 ? "a" : "b")], new("here", "none", "none"));

    private static readonly IReadOnlyList<IReadOnlyList<Fold>> Twice =
        RepeatedFolds.Of(2, seed: 1, each => Folds.Stratified(Rows, 4, each));

    [Fact]
    public void Every_fold_of_every_repeat_is_scored_once_in_order()
    {
        CrossValidation scored = Scored(fold => fold.HeldOut.Rows.Average());
        Assert.Equal(["0 0", "0 1", "0 2", "0 3", "1 0", "1 1", "1 2", "1 3"],
            scored.Folds.Select(one => $"{one.Repeat} {one.Fold.Number}"));
        Assert.Equal((30, 10), (scored.TrainingRows, scored.HeldOutRows));
        // The mean of 40 rows is 19.5 however they are dealt.
        Assert.Equal(19.5, scored.Mean("score").Value!.Value, 1e-12);
        Interval expected = CorrectedResampledT.Of(
            [.. Twice.SelectMany(folds => folds).Select(fold => fold.HeldOut.Rows.Average())], 30, 10).Difference;
        Assert.Equal(expected, scored.Mean("score"));
    }

    [Fact]
    public void Differences_are_taken_fold_by_fold()
    {
        double[] gains = Scored(fold => fold.HeldOut.Rows.Average() + fold.Number)
            .GainOver(Scored(fold => fold.HeldOut.Rows.Average()), "score");
        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], gains.Select(gain => Math.Round(gain, 12)));
    }

    [Fact]
    public void Other_folds_cannot_be_compared()
    {
        var other = CrossValidation.Train(RepeatedFolds.Of(2, seed: 2, each => Folds.Stratified(Rows, 4, each)), _ => Named(1));
        Assert.Throws<ArgumentException>(() => other.GainOver(Scored(_ => 1), "score"));
    }

    [Fact]
    public void A_metric_that_a_fold_leaves_undefined_has_no_mean()
    {
        CrossValidation scored = Scored(fold => fold.Number == 2 ? null : 1);
        Assert.Equal("score is not defined on 2 of 8 folds", scored.Mean("score").WhyUndefined);
        Assert.Null(scored.Mean("score").Value);
        Assert.Throws<ArgumentException>(() => scored.GainOver(scored, "score"));
    }

    private static CrossValidation Scored(Func<Fold, double?> score) => CrossValidation.Train(Twice, fold => Named(score(fold)));

    private static Dictionary<string, double?> Named(double? score) => new() { ["score"] = score };
}
