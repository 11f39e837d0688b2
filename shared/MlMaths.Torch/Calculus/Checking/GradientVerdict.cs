using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Three answers to one question, side by side: the gradient by hand, by autograd, and by differences; coordinate by coordinate, with
/// a label that says what is behind a difference. θ is the same afterwards.
/// </summary>
/// <param name="Coordinates">Those that were looked at, in the order of θ.</param>
/// <param name="Directions">Slopes along random directions, each over all coordinates; only where not every coordinate
/// was looked at.</param>
/// <param name="Total">p: how many coordinates there are.</param>
/// <param name="Remarks">What the reader has to know about the comparison itself.</param>
/// <param name="WhyNone">Why nothing could be compared; null where it could.</param>
public sealed record GradientVerdict(
    IReadOnlyList<CheckedCoordinate> Coordinates, IReadOnlyList<CheckedCoordinate> Directions, int Total,
    IReadOnlyList<string> Remarks, string? WhyNone)
{
    /// <summary>Of more coordinates than this, a sample of as many is looked at, and random directions.</summary>
    public const int MaxCoordinates = 2000;

    private const int RandomDirections = 8;

    /// <summary>Whether no answer is wrong, as far as was looked.</summary>
    public bool IsRight => WhyNone is null && Coordinates.Concat(Directions).All(one => one.Label != CoordinateLabel.Wrong);

    /// <summary>What was found, in a sentence or one for each parameter that is wrong.</summary>
    public string Sentence
    {
        get
        {
            if (WhyNone is not null)
                return WhyNone;
            string[] wrong = [.. Parameters.Where(one => one.Count(CoordinateLabel.Wrong) > 0).Select(one => one.Sentence)];
            int along = Directions.Count(one => one.Label == CoordinateLabel.Wrong);
            return wrong.Length > 0 ? string.Join(" ", wrong)
                : along > 0
                    ? $"Along {along} of {Directions.Count} random directions the answers contradict each other: "
                        + $"a coordinate that was not checked by itself is wrong."
                : "No answer was found wrong.";
        }
    }

    /// <summary>max |a − r| over the coordinates.</summary>
    public double ToAutograd => Coordinates.Select(one => Math.Abs(one.ByHand - one.ByAutograd)).DefaultIfEmpty(0).Max();

    /// <summary>max |a − d| over the coordinates whose difference has no kink in its step.</summary>
    public double ToDifferences =>
        Coordinates.Where(one => one.Label != CoordinateLabel.Kink)
            .Select(one => Math.Abs(one.ByHand - one.ByDifferences))
            .DefaultIfEmpty(0).Max();

    /// <summary>How many coordinates have that label.</summary>
    public int Count(CoordinateLabel label) => Coordinates.Count(one => one.Label == label);

    /// <summary>The same, parameter by parameter, in a sentence each.</summary>
    public IReadOnlyList<CheckedParameter> Parameters =>
        [.. Coordinates.GroupBy(one => one.Parameter).Select(group => new CheckedParameter(group.Key, [.. group]))];

    /// <summary>Compares both sources with each other and with differences of the first one's loss.</summary>
    /// <param name="hand">The derivation.</param>
    /// <param name="autograd">The other derivative, on the same parameters.</param>
    /// <param name="batch">The rows.</param>
    /// <param name="kinks">The numbers at whose change of sign the loss has a kink, at θ as it is; null where it has none.</param>
    /// <param name="seed">Seed of the sample and the directions.</param>
    /// <param name="most">The most coordinates to look at; of more, a sample of this size is drawn.</param>
    public static GradientVerdict Of(
        IGradientSource hand, IGradientSource autograd, Batch batch, Func<IReadOnlyList<Tensor>>? kinks = null,
        int seed = 7, int most = MaxCoordinates)
    {
        if (!ReferenceEquals(hand.Parameters, autograd.Parameters))
            throw new ArgumentException("Both answers must belong to the same parameters.", nameof(autograd));
        int p = hand.Parameters.Count;
        var precision = Precision.Of(hand.Parameters.Values.dtype);
        string[] remarks = hand.Parameters.Values.dtype == torch.ScalarType.Float64 ? [] : [Sentences.SinglePrecision];
        if (Repeatability.WhyNot(hand, autograd, batch, precision) is { } why)
            return new GradientVerdict([], [], p, remarks, why);

        double[] a = GradientOf(hand, batch), r = GradientOf(autograd, batch);
        var judge = new AnswerJudge(new MovedLoss(hand, batch, kinks), precision, r.Max(Math.Abs));
        int[] looked = Sample(p, seed, most);
        CheckedCoordinate[] coordinates = [.. looked.Select(j => Coordinate(hand.Parameters, judge, j, a[j], r[j]))];
        CheckedCoordinate[] directions = looked.Length == p
            ? []
            : [.. Enumerable.Range(1, RandomDirections).Select(k => Direction(judge, k, a, r, Seeds.Generator(seed, DrawnFor.Checks, k)))];
        // Two equal draws may come by chance; before an answer is blamed, it is asked often.
        bool isBlamed = coordinates.Concat(directions).Any(one => one.Label == CoordinateLabel.Wrong);
        if (isBlamed && Repeatability.WhyNot(hand, autograd, batch, precision, times: 30) is { } chance)
            return new GradientVerdict([], [], p, remarks, chance);
        if (isBlamed && kinks is null)
            remarks = [.. remarks, Sentences.KinksUnknown];
        return new GradientVerdict(
            coordinates, directions, p,
            looked.Length == p ? remarks : [.. remarks, Sentences.Sampled(looked.Length, p, RandomDirections)], null);
    }

    private static CheckedCoordinate Coordinate(ParameterVector θ, AnswerJudge judge, int j, double a, double r)
    {
        ParameterSlice slice = θ.Slices.First(slice => j < slice.Offset + slice.Length);
        return judge.Judge(slice.Name, j - slice.Offset, [new(j, 1)], a, r);
    }

    /// <summary>Every coordinate moves at once, by +1/√p or −1/√p.</summary>
    private static CheckedCoordinate Direction(AnswerJudge judge, int number, double[] a, double[] r, Random random)
    {
        double share = 1 / Math.Sqrt(a.Length);
        Component[] v = [.. a.Select((_, j) => new Component(j, random.Next(2) == 0 ? share : -share))];
        return judge.Judge("direction", number, v, v.Sum(one => one.Share * a[one.Coordinate]),
            v.Sum(one => one.Share * r[one.Coordinate]));
    }

    private static int[] Sample(int p, int seed, int most) =>
        p <= most ? [.. Enumerable.Range(0, p)] : [.. Shuffle.Order(p, seed, DrawnFor.Sample).Take(most).Order()];

    internal static double[] GradientOf(IGradientSource source, Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        source.Differentiate(batch);
        return source.Parameters.GradientToArray();
    }
}
