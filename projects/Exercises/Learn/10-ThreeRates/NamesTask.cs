using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise10;

/// <summary>Curves of several rates.</summary>
internal sealed record RateCurves(double[] Rates, double[][] Training, double[][] Validation)
{
    /// <summary>Ends that float32 tells apart; at least one rate that got somewhere, and in most one that did not.</summary>
    public static RateCurves Drawn(Random random)
    {
        int count = random.Next(3, 6), epochs = random.Next(4, 7);
        double[] rates = [.. Enumerable.Range(0, count).Select(k => Math.Pow(10, k - 3))];
        double[][] training = new double[count][], validation = new double[count][];
        int good = random.Next(count);
        for (int k = 0; k < count; k++)
        {
            bool explodes = k > good && random.Next(2) == 0, rises = k > good && !explodes && random.Next(2) == 0;
            (training[k], validation[k]) = (Curve(epochs, explodes, rises, random), Curve(epochs, explodes, rises, random));
        }

        int[] shuffled = [.. Enumerable.Range(0, count)];
        random.Shuffle(shuffled);
        return new([.. shuffled.Select(k => rates[k])], [.. shuffled.Select(k => training[k])], [.. shuffled.Select(k => validation[k])]);
    }

    /// <summary>One curve at least ends above its beginning.</summary>
    public static RateCurves WithRising(Random random) => With(random, curve => curve[^1] > curve[0] && double.IsFinite(curve[^1]));

    /// <summary>One curve at least ends as no number.</summary>
    public static RateCurves WithExploded(Random random) => With(random, curve => !double.IsFinite(curve[^1]));

    public override string ToString() =>
        $"rates = {Written.Of(Rates)}, training = {Written.Of(Training)}, validation = {Written.Of(Validation)}";

    public IEnumerable<RateCurves> Simpler() =>
        from kept in Simplify.Without(Rates.Length, least: 2)
        let simpler = new RateCurves([.. kept.Select(k => Rates[k])], [.. kept.Select(k => Training[k])],
            [.. kept.Select(k => Validation[k])])
        where simpler.Validation.Any(NamesTask.CameDown)
        select simpler;

    private static RateCurves With(Random random, Func<double[], bool> isOne)
    {
        while (true)
        {
            if (Drawn(random) is var drawn && drawn.Validation.Any(isOne)) return drawn;
        }
    }

    // Down with a wobble, so that its lowest place is often not its last.
    private static double[] Curve(int length, bool explodes, bool rises, Random random)
    {
        double first = 1 + Math.Round(random.NextDouble(), 2);
        double[] curve = [first, .. Enumerable.Range(1, length).Select(_ => Math.Round(first * (0.1 + 0.8 * random.NextDouble()), 3))];
        if (rises) curve[^1] = Math.Round(first * (1.1 + random.NextDouble()), 3);
        int dead = random.Next(2, length + 1);
        for (int place = dead; explodes && place <= length; place++)
            curve[place] = random.Next(2) == 0 ? double.NaN : double.PositiveInfinity;
        return curve;
    }
}

/// <summary><c>Names(rates, training, validation)</c>: what the curves say of the rates.</summary>
internal static class NamesTask
{
    private const string Small = "too small", Good = "good", Large = "too large";

    public static MethodTask<RateCurves, string[]?> Task { get; } = new(
        "Names", "string[] Names(double[] rates, double[][] training, double[][] validation)",
        method => Binding.Of<RateCurves, string[]?>(
            method, [typeof(double[]), typeof(double[][]), typeof(double[][])],
            at => [at.Rates.Clone(), Copied(at.Training), Copied(at.Validation)], Words),
        [
            new("each rate is called \"too small\", \"good\" or \"too large\"", RateCurves.Drawn,
                (at, came, _) => came.Value is { } names && names.Length == at.Rates.Length
                    && names.All(name => name is Small or Good or Large)),
            new("just one is good", RateCurves.Drawn, (_, came, _) => came.Value?.Count(name => name == Good) == 1),
            new("a curve of validation losses that ends as no number belongs to a rate that is too large", RateCurves.WithExploded, Names),
            new("a curve of validation losses that ends above its beginning belongs to a rate that is too large",
                RateCurves.WithRising, Names),
            new("no rate ends lower, by its validation loss, than the good one", RateCurves.Drawn, (at, came, _) => came.Value is { } names
                && Array.IndexOf(names, Good) is >= 0 and var good
                && at.Validation.Where(CameDown).All(curve => curve[^1] >= at.Validation[good][^1])),
            new("rates below the good one are too small, and rates above it too large", RateCurves.Drawn, (at, came, _) =>
                came.Value is { } names && Array.IndexOf(names, Good) is >= 0 and var good && names.Index().All(one => one.Index == good
                    || !CameDown(at.Validation[one.Index])
                    || one.Item == (at.Rates[one.Index] < at.Rates[good] ? Small : Large))),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("by-training", "when the lowest training loss is taken for the best", "training"),
            new("by-lowest", "when the lowest place of a curve decides, and not its end", "Min"),
            new("nan-dropped", "when NaN and infinity are dropped first: the curve then ends at its last finite loss",
                "IsNaN|IsFinite|Where"),
            new("finite-is-fine", "when a curve that ends above its beginning passes for one that came down", "IsNaN|IsFinite"),
            new("nan-alone", "when only NaN makes a rate too large: infinity, and an end above the beginning, pass", "IsNaN"),
            new("others-too-small", "when every rate that came down and is not the best is called too small", "small"),
            new("by-size", "from the sizes of the rates alone: smallest, middle, largest", "Order|Sort|rates"),
            new("highest", "when the highest end is taken for the best", "Max|Descending"),
            new("by-fall", "when the curve that falls furthest is taken for the best, and not the one that ends lowest", "-|/"),
        ],
        Slipped = Slipped,
        Same = (one, other) => one!.SequenceEqual(other!),
        Written = value => value is null ? "null" : $"[{string.Join(", ", value.Select(name => $"\"{name}\""))}]",
    };

    private static bool Names(RateCurves at, Outcome<string[]?> came, Func<RateCurves, Outcome<string[]?>> again) =>
        came.Value is { } names && at.Validation.Zip(names).All(pair => CameDown(pair.First) || pair.Second == Large);

    public static bool CameDown(double[] curve) => curve[^1] < curve[0];

    private static string[] Slipped(RateCurves at, IReadOnlySet<string> slips)
    {
        double[][] curves = slips.Contains("by-training") ? at.Training : at.Validation;
        if (slips.Contains("nan-dropped")) curves = [.. curves.Select(curve => curve.Where(double.IsFinite).ToArray())];
        int[] down = [.. Enumerable.Range(0, curves.Length).Where(k => slips.Contains("nan-alone") ? !double.IsNaN(curves[k][^1])
            : slips.Contains("finite-is-fine") ? double.IsFinite(curves[k][^1]) : CameDown(curves[k]))];
        if (down.Length == 0) return [.. at.Rates.Select(_ => Large)];
        int best = slips.Contains("by-lowest") ? down.MinBy(k => curves[k].Where(double.IsFinite).Min())
            : slips.Contains("highest") ? down.MaxBy(k => curves[k][^1])
            : slips.Contains("by-fall") ? down.MaxBy(k => curves[k][0] - curves[k][^1])
            : slips.Contains("by-size") ? Array.IndexOf(at.Rates, at.Rates.Order().ElementAt(at.Rates.Length / 2))
            : down.MinBy(k => curves[k][^1]);
        return [.. at.Rates.Select((rate, k) => k == best ? Good
            : !down.Contains(k) && !slips.Contains("by-size") ? Large
            : rate < at.Rates[best] || slips.Contains("others-too-small") ? Small : Large)];
    }

    private static double[][] Copied(double[][] rows) => [.. rows.Select(row => (double[])row.Clone())];

    private static string[]? Words(object? returned) => returned switch
    {
        null => null,
        IEnumerable<string> names => [.. names.Select(name => (name ?? "").Trim().ToLowerInvariant())],
        _ => throw new InvalidCastException($"It returned a {returned.GetType().Name}, and a list of strings is asked for."),
    };
}
