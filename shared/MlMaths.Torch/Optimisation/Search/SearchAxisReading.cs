using System.Globalization;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Optimisation;

/// <summary>The trials of one name of a choice.</summary>
/// <param name="Name">The name.</param>
/// <param name="Trials">How many.</param>
/// <param name="Diverged">How many of them diverged.</param>
/// <param name="MeanLoss">Mean loss of the others; null where there are none.</param>
public sealed record SearchGroup(string Name, int Trials, int Diverged, double? MeanLoss);

/// <summary>
/// How much the loss follows one axis, by ranks: a trial that diverged is the worst, however far it went.
///
/// <code>
/// ρ = Pearson correlation of the ranks of value and loss             numbers   (C. Spearman, 1904)
/// H = Σ_g n_g (r̄_g − r̄)²                                              names     (Kruskal and Wallis, 1952, without its scale)
/// p = (1 + #{shuffles with |ρ| or H at least as large}) / (1 + shuffles)
/// </code>
///
/// p is multiplied by the number of axes (Bonferroni). ρ sees what rises or falls: a best value in the middle leaves it near 0,
/// which is why the range of the best quarter stands beside it.
/// </summary>
/// <param name="Axis">The axis.</param>
/// <param name="Correlation">ρ; null for names, with fewer than five trials, and where all values or losses are equal.</param>
/// <param name="PValue">Null where there are fewer than five trials or nothing differs.</param>
/// <param name="BestQuarter">Least and largest value of the best quarter of the trials; null for names and where too
/// few are finite.</param>
/// <param name="Groups">Name by name; empty for numbers.</param>
/// <param name="Sentence">What was learnt.</param>
public sealed record SearchAxisReading(
    string Axis, double? Correlation, double? PValue, (double Low, double High)? BestQuarter,
    IReadOnlyList<SearchGroup> Groups, string Sentence)
{
    // Of four trials even the clearest order comes about by chance once in twelve.
    private const int Fewest = 5, Shuffles = 1999;
    private const double Rare = 0.05;

    internal static SearchAxisReading Of(SearchResult result, int at)
    {
        SearchAxis axis = result.Space.Axes[at];
        double[] values = [.. result.Trials.Select(trial => trial.Candidate.At(at))];
        double[] losses = [.. result.Trials.Select(trial => trial.Losses[0] ?? double.PositiveInfinity)];
        bool named = axis.Kind == AxisKind.Choice;
        SearchGroup[] groups = named
            ? [.. axis.Names.Select((name, place) => Group(name, [.. losses.Where((_, i) => values[i] == place)]))]
            : [];
        (double Low, double High)? quarter = named ? null : Quarter(values, losses);

        if (values.Length < Fewest || values.Distinct().Count() < 2 || losses.Distinct().Count() < 2)
        {
            string why = values.Length < Fewest ? $"{values.Length} trials are too few "
                + $"to tell" : "all trials have the same value";
            return new(axis.Name, null, null, quarter, groups, $"Whether the loss depends on {axis.Name} is not "
                + $"known: {why}.");
        }

        double[] ranks = Midranks.Of(losses), valueRanks = named ? values : Midranks.Of(values);
        Func<double[], double> strength =
            named ? shuffled => Between(values, shuffled) : shuffled => Math.Abs(Pearson(valueRanks, shuffled));
        double p = Math.Min(1, result.Space.Axes.Count * ByShuffling(ranks, strength));
        double? ρ = named ? null : Pearson(valueRanks, ranks);
        return new(axis.Name, ρ, p, quarter, groups, InWords(axis, ρ, p, quarter, groups, result));
    }

    private static string InWords(
        SearchAxis axis, double? ρ, double p, (double Low, double High)? quarter, SearchGroup[] groups,
        SearchResult result)
    {
        string measured = string.Create(CultureInfo.InvariantCulture,
            $"{PValueText.Equation(p)} over {result.Trials.Count} trials after {result.Rungs[0].Epochs} "
            + $"epoch{(result.Rungs[0].Epochs == 1 ? "" : "s")}");
        if (ρ is { } correlation)
        {
            string follows = p >= Rare
                ? $"The loss does not clearly rise or fall with {axis.Name}"
                : $"The loss {(correlation > 0 ? "rises" : "falls")} with {axis.Name}";
            string best = quarter is { } range ? $"; the best quarter ranges from {axis.Text(range.Low)} to "
                + $"{axis.Text(range.High)}" : "";
            return string.Create(
                CultureInfo.InvariantCulture, $"{follows}: rank correlation {NumberText.Fixed(correlation, 2)}, {measured}{best}.");
        }

        string means = string.Join(
            ", ", groups.Where(group => group.MeanLoss is not null).Select(group => string.Create(
                CultureInfo.InvariantCulture,
                $"{NumberText.Brief(group.MeanLoss!.Value)} for {group.Name} ({group.Trials - group.Diverged} trials)")));
        return $"The loss {(p >= Rare ? "does not clearly differ" : "differs")} by {axis.Name}: mean {means}; {measured}.";
    }

    private static SearchGroup Group(string name, double[] losses)
    {
        double[] finite = [.. losses.Where(double.IsFinite)];
        return new(name, losses.Length, losses.Length - finite.Length, finite.Length > 0 ? finite.Average() : null);
    }

    private static (double Low, double High)? Quarter(double[] values, double[] losses)
    {
        double[] best = [.. values.Zip(losses).Where(pair => double.IsFinite(pair.Second)).OrderBy(pair => pair.Second)
            .Take(values.Length / 4)
            .Select(pair => pair.First)];
        return best.Length < 2 ? null : (best.Min(), best.Max());
    }

    private static double ByShuffling(double[] ranks, Func<double[], double> strength)
    {
        // Sums in another order differ in the last bits: what is equal must count as at least as large.
        double observed = strength(ranks) * (1 - 1e-12);
        double[] shuffled = [.. ranks];
        var random = new SplitMix64(1, DrawnFor.Sample);
        int asLarge = 0;
        for (int shuffle = 0; shuffle < Shuffles; shuffle++)
        {
            Shuffle.InPlace<double>(shuffled, ref random);
            asLarge += strength(shuffled) >= observed ? 1 : 0;
        }

        return (1.0 + asLarge) / (1 + Shuffles);
    }

    private static double Pearson(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average(), products = 0, squaresX = 0, squaresY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            (double dx, double dy) = (x[i] - meanX, y[i] - meanY);
            products += dx * dy;
            squaresX += dx * dx;
            squaresY += dy * dy;
        }

        return products / Math.Sqrt(squaresX * squaresY);
    }

    private static double Between(double[] groupOf, double[] ranks)
    {
        double mean = (ranks.Length + 1) / 2.0, sum = 0;
        foreach (double group in groupOf.Distinct())
        {
            double[] own = [.. ranks.Where((_, i) => groupOf[i] == group)];
            sum += own.Length * Math.Pow(own.Average() - mean, 2);
        }

        return sum;
    }
}
