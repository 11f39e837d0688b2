using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary><c>Scores(rows)</c>: the flowers, seen along their components.</summary>
internal static class ScoresTask
{
    private const double Tolerance = ReadOut.Tolerance;

    public static MethodTask<Measures, ReadOut> Task { get; } = new(
        "Scores", "double[][] Scores(double[][] rows)", method => ComponentsTask.Bound(method, Table.Rows),
        [
            new("there is a row of four scores for each flower", Measures.Drawn, (at, came, _) => HasRows(at, came)),
            new("the scores along each component have the mean 0", Measures.Drawn, (at, came, _) =>
                HasRows(at, came) && Linear.Means(came.Value!.Numbers).All(mean => Math.Abs(mean) <= Tolerance)),
            new("moving all flowers by the same amounts changes no score", Measures.Drawn, (at, came, again) =>
                HasRows(at, came) && again(at.Moved()).Value is { } moved && ReadOut.SameColumns(came.Value!, moved)),
            new("two flowers are as far apart by their scores as by their measures: nothing is stretched", Measures.Drawn, KeepsDistances),
            new("the variance of the scores goes down from component to component", Measures.Drawn, (at, came, _) =>
                HasRows(at, came) && Linear.Covariance(came.Value!.Numbers) is var C && C.Index().Skip(1)
                    .All(row => row.Item[row.Index] <= C[row.Index - 1][row.Index - 1] + Tolerance)),
            new("the scores along two components are uncorrelated; where two variances are equal, their plane may be turned",
                random => random.Next(3) == 0 ? Measures.Cross(random, 1) : Measures.Drawn(random), AreUncorrelated),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("scores-uncentred", "when the rows are centred for the components, and not for their scores", "*|Sum|Zip"),
            .. FittedSlips.Slips,
            new("whitened", "when every score is divided by its deviation", "Sqrt"),
            new("over-variance", "when every score is divided by its variance", "/"),
            new("rows-standardised", "when the rows are divided by their deviations, and the components are those without", "Sqrt|/"),
            new("absolute", "when the signs of scores are lost", "Abs"),
            new("loadings", "when every component is multiplied by its deviation", "Sqrt"),
            new("two-alone", "when only the first two are returned: all four are asked for", "Take"),
            new("in-rows", "when the scores of a component stand in a row: a row a flower is asked for", "return"),
            new("components-turned", "when a flower is multiplied by the columns of the components, and not by their rows", "*|Zip"),
            new("centred-rows", "from the centred measures themselves, not turned", "return"),
        ],
        Slipped = (at, slips) => new(Slipped(at, FittedSlips.Of(at.Rows, slips), slips), !at.IsClear),
        Same = ReadOut.SameColumns,
        Written = value => value is null ? "null" : Written.Of(value.Numbers),
    };

    private static bool HasRows(Measures at, Outcome<ReadOut> came) => came.Value?.Has(at.Rows.Length, Measures.Columns) == true;

    private static bool KeepsDistances(Measures at, Outcome<ReadOut> came, Func<Measures, Outcome<ReadOut>> again)
    {
        if (!HasRows(at, came)) return false;
        double[][] scores = came.Value!.Numbers;
        return Enumerable.Range(1, at.Rows.Length - 1).All(i =>
            Distance(at.Rows[0], at.Rows[i]) is var apart && Math.Abs(apart - Distance(scores[0], scores[i])) <= Tolerance * (1 + apart));
    }

    private static double Distance(double[] x, double[] y) => Math.Sqrt(x.Zip(y, (a, b) => (a - b) * (a - b)).Sum());

    private static bool AreUncorrelated(Measures at, Outcome<ReadOut> came, Func<Measures, Outcome<ReadOut>> again)
    {
        if (!HasRows(at, came)) return false;
        return Linear.IsDiagonal(Linear.Covariance(came.Value!.Numbers), Tolerance);
    }

    private static double[][] Slipped(Measures at, FittedSlips fitted, IReadOnlySet<string> slips)
    {
        if (slips.Contains("rows-for-columns")) throw new InvalidOperationException("n numbers do not fit four.");
        double[][] rows = slips.Contains("scores-uncentred") ? at.Rows : fitted.Centred, v = fitted.Components;
        if (slips.Contains("components-turned")) v = Linear.Turned(v);
        if (slips.Contains("rows-standardised")) rows = Linear.Over(rows, Linear.Deviations(at.Rows));
        double[][] scores = slips.Contains("centred-rows") ? rows : Linear.Along(rows, v);
        double[] deviations = [.. fitted.Variances.Select(one => Math.Sqrt(Math.Max(0, one)))];
        if (slips.Contains("over-variance")) scores = Linear.Over(scores, fitted.Variances);
        if (slips.Contains("absolute")) scores = [.. scores.Select(row => row.Select(Math.Abs).ToArray())];
        if (slips.Contains("whitened")) scores = Linear.Over(scores, deviations);
        if (slips.Contains("loadings")) scores = Linear.Over(scores, [.. deviations.Select(one => 1 / one)]);
        if (slips.Contains("two-alone")) scores = [.. scores.Select(row => row[..2])];
        return slips.Contains("in-rows") ? Linear.Turned(scores) : scores;
    }
}
