using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>Flowers that a read-out is made of, and others that it is then applied to.</summary>
internal sealed record TwoParts(Measures Train, Measures Test)
{
    public static TwoParts Drawn(Random random)
    {
        Measures all = Measures.Drawn(random, random.Next(14, 21));
        TwoParts drawn = new(new(all.Rows[..^5]), new([.. all.Rows[^5..].Select(row => row.Select((one, j) => one + 0.3 * j).ToArray())]));
        return drawn.Train.IsClear ? drawn : Drawn(random);
    }

    /// <summary>The training rows are the test rows too.</summary>
    public static TwoParts Itself(Random random)
    {
        Measures train = Measures.Drawn(random);
        return new(train, train);
    }

    /// <summary>n/(n − 1): by as much a variance depends on its divisor, and a deviation by the root of it.</summary>
    public double Unit => Train.Rows.Length / (Train.Rows.Length - 1.0);

    /// <summary>The same of test, which is shorter: where a slip scales by it.</summary>
    public double WidestUnit => Test.Rows.Length / (Test.Rows.Length - 1.0);

    public IEnumerable<TwoParts> Simpler() =>
    [
        .. Simplify.Without(Test.Rows.Length, least: 2).Select(kept => this with { Test = new([.. kept.Select(i => Test.Rows[i])]) }),
        .. Train.Simpler().Select(train => this with { Train = train }),
    ];

    public override string ToString() => $"train = {Written.Of(Train.Rows, most: 20)}, test = {Written.Of(Test.Rows)}";
}

/// <summary><c>TestScores(train, test)</c>: a read-out that no unit changes, and no test row either.</summary>
internal static class TestScoresTask
{
    private const double Tolerance = ReadOut.Tolerance;

    public static MethodTask<TwoParts, ReadOut> Task { get; } = new(
        "TestScores", "double[][] TestScores(double[][] train, double[][] test)", Bound,
        [
            new("there is a row of four scores for each row of test", TwoParts.Drawn, (at, came, _) => HasRows(at, came)),
            new("one measure in mm in place of cm, in train and in test, changes no score", TwoParts.Drawn, HasNoUnit),
            new("the scores of a row are the same whoever stands beside it in test", TwoParts.Drawn, StandsAlone),
            new("moving all flowers, of train and of test, by the same amounts changes no score", TwoParts.Drawn, (at, came, again) =>
                HasRows(at, came) && again(new(at.Train.Moved(), at.Test.Moved())).Value is { } moved
                && ReadOut.SameColumns(came.Value!, moved)),
            new("a row that is the mean of train has the score 0 along each component", TwoParts.Drawn, (at, _, again) =>
                again(at with { Test = new([Linear.Means(at.Train.Rows), .. at.Test.Rows]) }).Value is { } value
                && value.Has(at.Test.Rows.Length + 1, Measures.Columns) && value.Numbers[0].All(one => Math.Abs(one) <= Tolerance)),
            new("of the training rows themselves, the variances of the scores add up to 4: each scaled measure brings 1", TwoParts.Itself,
                (at, came, _) => HasRows(at, came) && Whole(came.Value!.Numbers) is var whole
                    && (Math.Abs(whole - 4) <= 4 * Tolerance || Math.Abs(whole - 4 * at.Unit) <= 4 * Tolerance)),
            new("of the training rows themselves, the scores are uncorrelated and their variance goes down", TwoParts.Itself, AreOrdered),
            new("the scores are those along train's components", TwoParts.Drawn, (at, came, _) => HasRows(at, came)
                && ReadOut.SameColumns(came.Value!, new(TestScoreSlips.Slipped(at, new HashSet<string>()), false, at.Unit))),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips = TestScoreSlips.All,
        Joins = TestScoreSlips.Joins,
        Slipped = (at, slips) => new(TestScoreSlips.Slipped(at, slips), !at.Train.IsClear, at.WidestUnit),
        Same = ReadOut.SameColumns,
        Written = value => value is null ? "null" : Written.Of(value.Numbers),
    };

    private static Func<TwoParts, ReadOut>? Bound(System.Reflection.MethodInfo method)
    {
        var bound = Binding.Of<TwoParts, double[][]?>(
            method, [typeof(double[][]), typeof(double[][])], at => [at.Train.Copied(), at.Test.Copied()], Table.Rows);
        return bound is null ? null : at => bound(at) is { } numbers ? new(numbers, !at.Train.IsClear, at.Unit) : null!;
    }

    private static bool HasRows(TwoParts at, Outcome<ReadOut> came) => came.Value?.Has(at.Test.Rows.Length, Measures.Columns) == true;

    private static bool HasNoUnit(TwoParts at, Outcome<ReadOut> came, Func<TwoParts, Outcome<ReadOut>> again) =>
        HasRows(at, came) && Enumerable.Range(0, Measures.Columns).All(column =>
            again(new(at.Train.InMillimetres(column), at.Test.InMillimetres(column))).Value is { } other
            && ReadOut.SameColumns(came.Value! with { Unit = 1 }, other));

    private static bool StandsAlone(TwoParts at, Outcome<ReadOut> came, Func<TwoParts, Outcome<ReadOut>> again)
    {
        if (!HasRows(at, came)) return false;
        TwoParts fewer = at with { Test = new(at.Test.Rows[..^1]) };
        return again(fewer) is var other && HasRows(fewer, other)
            && ReadOut.SameColumns(new(came.Value!.Numbers[..^1], false), other.Value!);
    }

    private static double Whole(double[][] scores) => Linear.Covariance(scores).Select((row, i) => row[i]).Sum();

    private static bool AreOrdered(TwoParts at, Outcome<ReadOut> came, Func<TwoParts, Outcome<ReadOut>> again)
    {
        if (!HasRows(at, came)) return false;
        double[][] C = Linear.Covariance(came.Value!.Numbers);
        return C.Index().All(row => row.Item.Index().All(one => one.Index == row.Index || Math.Abs(one.Item) <= 4 * Tolerance))
            && C.Index().Skip(1).All(row => row.Item[row.Index] <= C[row.Index - 1][row.Index - 1] + Tolerance);
    }
}
