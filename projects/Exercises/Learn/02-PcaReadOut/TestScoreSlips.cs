using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>The read-out of test rows written once, with a switch for each slip.</summary>
internal static class TestScoreSlips
{
    public static IReadOnlyList<Slip> All { get; } =
    [
        new("scaled-with-test", "when means and deviations are of train and test together", "Concat|.. test"),
        new("test-by-its-own", "when test is scaled by its own means and deviations", "test"),
        new("centred-by-test", "when test is centred by its own means", "test"),
        new("all-with-test", "when everything, components too, is fitted on train and test together", "Concat|.. test"),
        new("components-of-test", "when the components are those of test", "test"),
        new("not-scaled", "when no column is scaled: a measure in mm is ten times as loud as in cm", "Average"),
        new("by-variance", "when every column is divided by its variance, and not by its root", "/|Sqrt"),
        new("by-rows", "when every column is divided by the number of rows, and not by its deviation", "Length|/"),
        new("by-mean", "when every column is divided by its mean, and not by its deviation", "/"),
        new("by-largest", "when every column is divided by its largest entry, and not by its deviation", "Max"),
        new("by-range", "when every column is divided by its range, and not by its deviation", "Max"),
        new("range-from-least", "when the least entry of a column is taken off, and its range divides", "Min"),
        new("by-whole-deviation", "when all columns are divided by the deviation of all numbers together", "Sqrt"),
        new("test-alone", "when test is read as if it were alone: its own means, no scale, its own components", "test"),
        new("all-of-test", "when test is scaled by itself and seen along its own components: train is not asked at all", "test"),
        new("by-root-of-sum", "when every column is divided by the root of the sum of squares: the division by n is missing", "Sqrt"),
        new("by-one-deviation", "when all columns are divided by one deviation", "Sqrt"),
        new("test-not-scaled", "when train is scaled, and test is not", "test"),
        new("test-not-centred", "when test is scaled, but not centred", "test"),
        new("components-unscaled", "when the components are those of unscaled rows", "Components"),
        new("ascending", "when the least variance stands first: eigenvalues come smallest first", "Eigen|Reverse|Order"),
        new("vectors-read-by-rows", "when a row of the eigenvectors is taken for a vector: they stand in the columns", "Eigen|Vectors"),
        new("whitened", "when every score is divided by its deviation", "Sqrt"),
        new("components-turned", "when a row is multiplied by the columns of the components, and not by their rows", "*|Zip"),
        new("two-alone", "when only the first two are returned: all four are asked for", "Take"),
        new("train-scores", "when the scores of train are returned", "return"),
    ];

    /// <summary>Whether somebody can have made both: what is scaled by its own deviations is scaled.</summary>
    public static bool Joins(string one, string other) => other != "not-scaled" || one is not ("scaled-with-test" or "test-by-its-own");

    public static double[][] Slipped(TwoParts at, IReadOnlySet<string> slips)
    {
        (double[][] train, double[][] test) = (at.Train.Rows, at.Test.Rows);
        double[][] known = slips.Overlaps(["scaled-with-test", "all-with-test"]) ? [.. train, .. test] : train;
        double[][] fitted = slips.Contains("all-with-test") ? known : slips.Contains("components-of-test") ? test : train;
        if (slips.Contains("test-alone") && FittedSlips.Of(test, slips) is var alone) return Linear.Along(alone.Centred, alone.Components);
        if (slips.Contains("all-of-test")) known = fitted = test;
        double[] means = Linear.Means(known), units = Units(known, slips);
        if (slips.Contains("range-from-least")) means = [.. Linear.Turned(known).Select(column => column.Min())];
        double[][] scaled = slips.Contains("components-unscaled") ? Linear.Less(train, means) : Scaled(fitted, means, units);
        var fit = FittedSlips.Of(scaled, slips);
        double[][] rows = slips.Contains("train-scores") ? Scaled(train, means, units)
            : slips.Contains("test-by-its-own") ? Scaled(test, Linear.Means(test), Units(test, slips))
            : slips.Contains("centred-by-test") ? Scaled(test, Linear.Means(test), units)
            : slips.Contains("test-not-scaled") ? Linear.Less(test, means)
            : slips.Contains("test-not-centred") ? Linear.Over(test, units)
            : Scaled(test, means, units);
        double[][] scores = Linear.Along(rows, slips.Contains("components-turned") ? Linear.Turned(fit.Components) : fit.Components);
        if (slips.Contains("whitened")) scores = Linear.Over(scores, [.. fit.Variances.Select(Math.Sqrt)]);
        return slips.Contains("two-alone") ? [.. scores.Select(row => row[..2])] : scores;
    }

    private static double[][] Scaled(double[][] rows, double[] means, double[] units) => Linear.Over(Linear.Less(rows, means), units);

    private static double[] Whole(double[][] rows)
    {
        double[] all = [.. rows.SelectMany(row => row)];
        double deviation = Math.Sqrt(Linear.Covariance(all, all));
        return [.. rows[0].Select(_ => deviation)];
    }

    private static double[] Units(double[][] rows, IReadOnlySet<string> slips)
    {
        double[] deviations = Linear.Deviations(rows);
        return slips.Contains("not-scaled") ? [.. deviations.Select(_ => 1.0)]
            : slips.Contains("by-variance") ? [.. deviations.Select(one => one * one)]
            : slips.Contains("by-rows") ? [.. deviations.Select(_ => (double)rows.Length)]
            : slips.Contains("by-mean") ? Linear.Means(rows)
            : slips.Contains("by-largest") ? [.. Linear.Turned(rows).Select(column => column.Max(Math.Abs))]
            : slips.Overlaps(["by-range", "range-from-least"]) ? [.. Linear.Turned(rows).Select(column => column.Max() - column.Min())]
            : slips.Contains("by-root-of-sum") ? [.. deviations.Select(one => one * Math.Sqrt(rows.Length - 1))]
            : slips.Contains("by-whole-deviation") ? Whole(rows)
            : slips.Contains("by-one-deviation") ? [.. deviations.Select(_ => Math.Sqrt(deviations.Average(one => one * one)))]
            : deviations;
    }
}
