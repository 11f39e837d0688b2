using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// One population whose truth is known, a threshold chosen on its validation rows, and what the test rows say of its cost beside what
/// it costs in truth. Scores stand in for a model: true log-odds, stretched and blurred.
/// <code>
/// z = stretch · ( ln(p/(1 − p)) + blur · N(0, 1) )             stretch 1: blurred alone; 2: far too sure
/// true cost per row = mean over fresh rows of  p a Miss  or  Review + (1 − p) FalseAlarm      p: the true probability
/// regret = true cost at a threshold / true cost at the best threshold of the same scores
/// </code>
/// </summary>
/// <param name="Covers">Whether the 95 % interval of the cost on test rows holds the true cost of the chosen threshold.</param>
/// <param name="CoversSaving">Whether that of the saving against the searched threshold, paired, holds the true saving;
/// null where both are the same.</param>
/// <param name="Chosen">Regret of the chosen threshold; 1 is the least.</param>
/// <param name="Elkan">Of Elkan's.</param>
/// <param name="Searched">Of the searched one.</param>
/// <param name="IsElkan">Whether the rule took Elkan's.</param>
public sealed record PolicyTrial(bool Covers, bool? CoversSaving, double Chosen, double Elkan, double Searched, bool IsElkan)
{
    private const int Searches = 400;

    /// <summary>Payments of the weeks before anything shifts.</summary>
    /// <param name="rows">At least so many.</param>
    /// <param name="seed">Of the draw.</param>
    public static YearOfPayments Payments(int rows, int seed) =>
        YearOfPayments.Draw(rows * YearOfPayments.Weeks / (YearOfPayments.FirstShiftedWeek - 1) + YearOfPayments.Weeks, seed);

    /// <summary>Chooses on the first rows, judges on the next, and asks all others for the truth.</summary>
    /// <param name="population">What is made of the payments.</param>
    /// <param name="year">The payments; those of the weeks after a shift are left out.</param>
    /// <param name="seed">Of blur, amounts, halves and resamples.</param>
    public static PolicyTrial Of(PolicyPopulation population, YearOfPayments year, int seed)
    {
        int n = population.Rows, all =
            (int)((long)year.TrueProbabilities.Count * (YearOfPayments.FirstShiftedWeek - 1) / YearOfPayments.Weeks);
        double[] truth = [.. year.TrueProbabilities.Take(all)];
        bool[] labels = [.. year.Rows.Labels!.Take(all).Select(label => label == YearOfPayments.Fraud)];
        var random = Seeds.Generator(seed, DrawnFor.Sample);
        double[] scores = [.. truth.Select(p => population.Stretch * (Logit.Of(p) + population.Blur * Normal.Draw(random)))];
        double[]? amounts = population.HasAmounts ? [.. truth.Select(_ => Math.Exp(Normal.Draw(random) - 0.5))] : null;
        double[] probabilities = [.. scores.Select(Calibration(population, labels, scores))];

        var threshold = CostThreshold.Choose(
            new RowCosts(labels[..n], population.Costs, amounts?[..n]), probabilities[..n], seed, Searches,
            recalibrations: 1);
        double searched = threshold.Search?.Threshold ?? threshold.Elkan;
        Range test = n..(2 * n), rest = (2 * n)..all;
        var costs = new RowCosts(labels[test], population.Costs, amounts?[test]);
        IReadOnlyList<PolicyCost> judged = PolicyCost.Of(costs, DecisionPolicy.All(costs, probabilities[test], threshold, null));
        (double[] saving, double[] risk) = Expected(population.Costs, truth[rest], amounts?[rest]);
        double[] at = probabilities[rest];
        double chosenCost = Cost(threshold.Chosen), searchedCost = Cost(searched), best = Best(at, saving, risk);
        Interval? saved = judged.FirstOrDefault(policy => policy.Policy.Kind == PolicyKind.Empirical)?.SavedByChosen;
        return new PolicyTrial(
            judged[0].Cost.Contains(PolicyCost.Rows * chosenCost),
            saved is { HasEnds: true } ? saved.Contains(PolicyCost.Rows * (searchedCost - chosenCost)) : null,
            chosenCost / best, Cost(threshold.Elkan) / best, searchedCost / best, threshold.IsElkan);

        double Cost(double t) => risk.Average() - saving.Where((_, row) => at[row] >= t).Sum() / saving.Length;
    }

    /// <summary>Adds up trials of one kind; at least one.</summary>
    public static PolicyRate Rate(PolicyPopulation population, IReadOnlyList<PolicyTrial> trials) => new(
        population.Name, population.Rows, trials.Count, trials.Count(trial => trial.Covers),
        trials.Count(trial => trial.CoversSaving is not null), trials.Count(trial => trial.CoversSaving == true),
        trials.Average(trial => trial.Chosen), trials.Max(trial => trial.Chosen), trials.Average(trial => trial.Elkan),
        trials.Average(trial => trial.Searched), trials.Count(trial => trial.IsElkan));

    // On the validation rows, as the project does it; scores that are left as they are show what the rule does then.
    private static Func<double, double> Calibration(PolicyPopulation population, bool[] labels, double[] scores) =>
        population.IsCalibrated && labels.AsSpan(0, population.Rows).Contains(true)
            ? PlattCalibration.Fit(labels.AsSpan(0, population.Rows), scores.AsSpan(0, population.Rows)).Probability
            : Logit.Probability;

    // What a call of each row saves in expectation, and what silence about it costs.
    private static (double[] Saving, double[] Risk) Expected(ErrorCosts costs, double[] truth, double[]? amounts)
    {
        double[] risk = [.. truth.Select((p, row) => p * costs.Miss * (amounts?[row] ?? 1))];
        return ([.. risk.Select((silence, row) => silence - costs.Review - (1 - truth[row]) * costs.FalseAlarm)], risk);
    }

    private static double Best(double[] probabilities, double[] saving, double[] risk)
    {
        double[] at = [.. probabilities], saved = [.. saving];
        Array.Sort(at, saved);
        double sum = 0, most = 0;
        for (int row = at.Length - 1; row >= 0; row--)
        {
            sum += saved[row];
            most = Math.Max(most, sum);
        }
        return (risk.Sum() - most) / risk.Length;
    }
}
