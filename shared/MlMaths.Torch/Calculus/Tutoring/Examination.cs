using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The points at which answers to one derivation are asked. They are of several random shapes, so that what agrees by accident
/// in one does not in another: with one row a mean is a sum, and the transpose of a square matrix has its shape. Some have all
/// sizes alike, since only there a mistake like the activation of another layer gives numbers at all. Where several mistakes lead
/// to the same numbers, more points are drawn until they differ.
/// </summary>
public sealed class Examination
{
    private const int Ordinary = 6, Even = 3, UsuallyTried = 150, Extra = 10_000, MaxExtra = 24;

    private readonly List<ExamPoint> _extra = [];

    private Examination(IDerivation derivation, int seed, int tried)
    {
        (Derivation, Seed) = (derivation, seed);
        Points = [.. SeedsOf(derivation, seed, tried).Select(drawn => new ExamPoint(derivation, drawn))];
        Memory = derivation is IStepwise stepwise ? new EditMemory(stepwise.Steps, KnownEdits.Of(stepwise)) : null;
    }

    /// <summary>What is asked.</summary>
    public IDerivation Derivation { get; }

    /// <summary>Decides the points.</summary>
    public int Seed { get; }

    internal IReadOnlyList<ExamPoint> Points { get; }

    /// <summary>The edits that are tried; null for a derivation without steps.</summary>
    internal EditMemory? Memory { get; }

    /// <summary>Draws the points, which any number of answers may share.</summary>
    /// <param name="derivation">Its name.</param>
    /// <param name="seed">Decides the points.</param>
    /// <param name="tried">
    /// How many draws are looked through for points whose sizes are all alike. They serve to name mistakes; to tell right from
    /// wrong, none is needed.
    /// </param>
    /// <exception cref="UserMistakeException">There is no such derivation.</exception>
    public static Examination Of(string derivation, int seed, int tried = UsuallyTried) =>
        new(DerivationCatalogue.ByName(derivation), seed, tried);

    /// <summary>Draws the points of any derivation.</summary>
    internal static Examination Of(IDerivation derivation, int seed) => new(derivation, seed, UsuallyTried);

    /// <summary>Asks an answer at every point and says of each parameter what is right or wrong with it.</summary>
    public GradeSheet Grade(IGradientAnswer answer) =>
        new(Derivation.Name, Seed, [.. Points.Select(point => point.Words)], new AnswerGrader(this,
            new AskedAnswer(answer)).Verdicts());

    /// <summary>Points beyond the usual ones, one after the other, the same for all answers.</summary>
    internal IEnumerable<ExamPoint> More()
    {
        for (int k = 0; k < MaxExtra; k++)
        {
            if (_extra.Count == k) _extra.Add(new ExamPoint(Derivation, Seeds.Of(Seed, DrawnFor.Checks, Extra + k)));
            yield return _extra[k];
        }
    }

    private static List<int> SeedsOf(IDerivation derivation, int seed, int tried)
    {
        var chosen = new List<int>();
        int even = 0, hidden = 0;
        for (int i = 0; i < Math.Max(tried, Ordinary) && (chosen.Count < Ordinary || even < Even || hidden < Even); i++)
        {
            int drawn = Seeds.Of(seed, DrawnFor.Checks, i);
            using DisposeScope scope = torch.NewDisposeScope();
            IReadOnlyDictionary<string, long> sizes = ExamPoint.SizesOf(derivation.Draw(drawn));
            bool isEven = AreAlike(sizes, "n"), isHidden = AreAlike(sizes, "n", "C");
            if (i >= Ordinary && !(isEven && even < Even) && !(isHidden && hidden < Even)) continue;
            chosen.Add(drawn);
            (even, hidden) = (even + (isEven ? 1 : 0), hidden + (isHidden ? 1 : 0));
        }
        return chosen;
    }

    private static bool AreAlike(IReadOnlyDictionary<string, long> sizes, params string[] but)
    {
        long[] others = [.. sizes.Where(size => !but.Contains(size.Key)).Select(size => size.Value).Distinct()];
        return others.Length == 0 || others is [> 1];
    }
}
