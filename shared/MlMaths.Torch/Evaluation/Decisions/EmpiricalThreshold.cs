using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The threshold that the rows ask for, all distinct scores having been tried, by repeated cross-validation in halves: the cheapest
/// one on one half, judged on the other, and the other way round, again and again with new halves.
/// <code>
/// tᵣ = argmin over thresholds of the cost on half r                     r = 1 … 2·<see cref="Repeats"/>
/// t  = σ( mean of ln(tᵣ/(1 − tᵣ)) )                                      their mean on the scale of log-odds
/// </code>
/// <para>Why not simply the cheapest threshold on all rows: the curve of costs is a flat valley with single rows as noise, and its
/// lowest point jumps about (it converges like n^(−1/3) only: J. Kim and D. Pollard, 1990, Annals of Statistics 18:191–219).
/// Averaging the curves of the folds changes nothing, since a threshold is not fitted to anything but its own curve: the average
/// is the curve of all rows again. Averaging the <i>choices</i> does: it is bagging (P. Bühlmann and B. Yu, 2002, Annals of
/// Statistics 30:927–961), and halves differ enough for it, where nine tenths would nearly agree.</para>
/// <para>The cost of the halves' choices on the other halves is what choosing so really costs; the least cost on the rows that chose
/// flatters.</para>
/// </summary>
/// <param name="Threshold">t, on the scale of the probabilities.</param>
/// <param name="Choices">tᵣ, in the order found.</param>
/// <param name="JudgedPerCase">Mean cost of a row under thresholds that were chosen without it.</param>
/// <param name="FlatteringPerCase">Mean cost of a row at the cheapest threshold on all rows, which those rows chose.</param>
public sealed record EmpiricalThreshold(double Threshold, IReadOnlyList<double> Choices, double JudgedPerCase, double FlatteringPerCase)
{
    /// <summary>How often the rows are halved.</summary>
    public const int Repeats = 50;

    /// <summary>Searches.</summary>
    /// <param name="costs">Costs of the rows; at least two rows.</param>
    /// <param name="probabilities">Probabilities from 0 to 1, one per row.</param>
    /// <param name="wish">Where rows leave the threshold open, the nearest to this is taken: Elkan's.</param>
    /// <param name="seed">Decides the halves.</param>
    public static EmpiricalThreshold Search(RowCosts costs, ReadOnlySpan<double> probabilities, double wish, int seed)
    {
        Scores.RequireProbabilities(probabilities);
        Finite.Checked(wish);
        ArgumentOutOfRangeException.ThrowIfLessThan(costs.Rows, 2, nameof(costs));
        if (probabilities.Length != costs.Rows)
        {
            throw new ArgumentException(
                $"{costs.Rows} rows and {probabilities.Length} probabilities: there must be one per row.",
                nameof(probabilities));
        }
        double[] scores = probabilities.ToArray();
        var ranking = CostRanking.Of(costs, scores, wish);
        var random = new SplitMix64(seed, DrawnFor.Bootstrap);
        int[] byClass = [.. Enumerable.Range(0, costs.Rows).OrderBy(place => costs.Labels[ranking.RowAt[place]])];
        int[] half = new int[costs.Rows], times = new int[costs.Rows];
        List<double> choices = [];
        double judged = 0;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            Halve(costs, byClass, half, ref random);
            for (int chooser = 0; chooser < 2; chooser++)
            {
                for (int place = 0; place < half.Length; place++)
                    times[place] = half[place] == chooser ? 1 : 0;
                double choice = ranking.Cheapest(times);
                choices.Add(choice);
                judged += Cost(costs, ranking, scores, choice, times, counted: 0) / Repeats;
            }
        }

        Array.Fill(times, 1);
        double flattering = Cost(costs, ranking, scores, ranking.Cheapest(times), times, counted: 1);
        return new EmpiricalThreshold(MeanOf(choices), choices, judged / costs.Rows, flattering / costs.Rows);
    }

    /// <summary>Mean on the scale of log-odds.</summary>
    internal static double MeanOf(IReadOnlyList<double> thresholds) => thresholds.Distinct().Count() == 1
        ? thresholds[0]
        : Logit.Probability(thresholds.Average(Logit.Of));

    // Each class is dealt alike, so that a few positives are not all in one half.
    private static void Halve(RowCosts costs, int[] byClass, int[] half, ref SplitMix64 random)
    {
        int positives = costs.Labels.Count(label => label), negatives = byClass.Length - positives;
        Deal(byClass.AsSpan(0, negatives), half, ref random);
        Deal(byClass.AsSpan(negatives), half, ref random);
    }

    private static void Deal(Span<int> places, int[] half, ref SplitMix64 random)
    {
        Shuffle.InPlace(places, ref random);
        int first = random.Below(2); // an odd row goes to either half alike
        for (int i = 0; i < places.Length; i++)
            half[places[i]] = (i + first) % 2;
    }

    private static double Cost(RowCosts costs, CostRanking ranking, double[] scores, double threshold, int[] times, int counted)
    {
        double sum = 0;
        for (int place = 0; place < times.Length; place++)
        {
            if (times[place] != counted) continue;
            int row = ranking.RowAt[place];
            sum += scores[row] >= threshold ? costs.OfCall(row) : costs.OfSilence(row);
        }
        return sum;
    }
}
