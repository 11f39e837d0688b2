using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>Exercise 6: one metric over 200 splits, and two models over the same ones.</summary>
internal static class Check
{
    private const int TestRows = 50;

    public static Exercise Exercise { get; } = new(
        6, "SplitWobble", "The wobble of a split: would another split say the same?", Week: 5,
        [
            new("Write Wobble: mean, deviation and 95 % range of a score over 200 splits.", [WobbleTask.Task]),
            new("Write Compare: which of two models is better, over the same splits, by the corrected t?", [CompareTask.Task]),
        ])
    {
        OnOwnRows = OwnSplits.Use,
        Drawing = Lessons.FirstDrawings.Wobble,
        Prediction = new(
            "A model is right for 85 of 100 rows. You test it on 50 rows, again and again others. Between which accuracies do 95 of 100 "
                + "tests lie?",
            ["0.84 and 0.86", "0.82 and 0.88", "0.75 and 0.95", "0.50 and 1.00"], OfFiftyRows),
        InterviewQuestion =
            "Your new model scores 0.87 and the old one 0.85, on one split of 200 test rows. Do you ship it? What would you do first?",
    };

    private static string OfFiftyRows()
    {
        Random random = Seeds.Generator(6, DrawnFor.Worlds);
        double[] tests = [.. Enumerable.Range(0, 10_000)
            .Select(_ => Enumerable.Range(0, TestRows).Count(_ => random.NextDouble() < 0.85) / (double)TestRows)];
        var quantiles = Quantiles.Of(tests);
        return FormattableString.Invariant(
            $"0.75 and 0.95, about: of 10,000 such tests 95 in 100 lay between {quantiles.At(0.025):0.00} and {quantiles.At(0.975):0.00}.");
    }
}
