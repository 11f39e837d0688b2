using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The threshold that is applied, by a rule that is stated before the rows are seen: Elkan's, which needs no search where the
/// probabilities are right, unless the search contradicts it by more than one standard error on the scale of log-odds; then
/// the searched one.
/// <code>
/// z = ( ln(t/(1 − t)) − ln(p*/(1 − p*)) ) / s         s: deviation of searches on resampled rows
/// |z| ≤ 1: p*,  otherwise t
/// </code>
/// <para>The thresholds are compared and not their costs, because near the lowest point a whole range of thresholds costs nearly the
/// same: rows that are too few to tell the costs apart often do tell the thresholds apart. One standard error and not two, because
/// the mistakes are not alike: a search where none was needed costs a little more, and Elkan's threshold with probabilities that
/// are off costs a lot. <see cref="PolicyRates"/> has what the rule is worth where the truth is known.</para>
/// </summary>
/// <param name="Costs">Costs of the rows that were used to choose.</param>
/// <param name="Elkan">p*; with amounts, at the amount that a miss loses on average.</param>
/// <param name="Search">The threshold by search; null where the rows hold no positive one, or no negative one.</param>
/// <param name="Scatter">How both would scatter.</param>
public sealed record CostThreshold(RowCosts Costs, double Elkan, EmpiricalThreshold? Search, ThresholdScatter? Scatter)
{
    /// <summary>How far trials may be from the theory, in standard errors, before they are believed.</summary>
    public const double StandardErrors = 1;

    /// <summary>Chooses, on validation rows: neither the model nor its judge may have them.</summary>
    /// <param name="costs">Costs of the validation rows.</param>
    /// <param name="probabilities">Probabilities from 0 to 1, one per row.</param>
    /// <param name="seed">Seed of halves and resamples.</param>
    /// <param name="searches">Resamples that are searched.</param>
    /// <param name="recalibrations">Resamples that are calibrated again.</param>
    public static CostThreshold Choose(
        RowCosts costs, double[] probabilities, int seed, int searches = Bootstrap.DefaultResamples,
        int recalibrations = 500)
    {
        double elkan = costs.CommonThreshold(probabilities);
        int positives = costs.Labels.Count(label => label);
        if (positives == 0 || positives == costs.Rows || costs.Rows < 2 || !double.IsFinite(elkan))
            return new CostThreshold(costs, elkan, null, null);
        return new CostThreshold(
            costs, elkan, EmpiricalThreshold.Search(costs, probabilities, elkan, seed),
            ThresholdScatter.Search(costs, probabilities, elkan, seed, searches, recalibrations));
    }

    /// <summary>z; null without a search, infinite where all searches agree on another threshold.</summary>
    public double? Contradiction
    {
        get
        {
            if (Search is null || Scatter is null) return null;
            double apart = Logit.Of(Search.Threshold) - Logit.Of(Elkan);
            return apart == 0 ? 0 : apart / Scatter.SearchedDeviation;
        }
    }

    /// <summary>Why the threshold that is applied is the one.</summary>
    public ThresholdReason Reason => Contradiction is not double z
        ? Costs.Rows == 0 ? ThresholdReason.NoRows : ThresholdReason.NothingToSearch
        : Math.Abs(z) <= StandardErrors ? ThresholdReason.NotContradicted : ThresholdReason.Contradicted;

    /// <summary>Whether Elkan's threshold is the one that is applied.</summary>
    public bool IsElkan => Reason != ThresholdReason.Contradicted;

    /// <summary>The threshold that is applied.</summary>
    public double Chosen => IsElkan ? Elkan : Search!.Threshold;

    // As a clause.
    private string NoSearch => Costs.Rows == 0
        ? "no rows were kept to search on"
        : "the validation rows are all of one class, so there is nothing to search";

    /// <summary>The searched threshold, and between which ends single searches on resampled rows chose.</summary>
    public Interval SearchedScatter => Search is null || Scatter is null
        ? Interval.Undefined(NoSearch)
        : ThresholdScatter.Around(Search.Threshold, Scatter.Searched, NoSearch);

    /// <summary>Where Elkan's threshold lies once the probabilities are calibrated again, and how that scatters.</summary>
    public Interval RecalibratedScatter => Scatter?.RecalibratedAll is not double recalibrated
        ? Interval.Undefined(Search is null ? NoSearch : "no calibration fits these rows")
        : ThresholdScatter.Around(recalibrated, Scatter.Recalibrated, "no calibration fits the resampled rows");

    /// <summary>
    /// The threshold that is applied, with the scatter of the search that found it; without ends where that scatter leaves it out.
    /// Elkan's follows from the costs, so that no resample moves it.
    /// </summary>
    public Interval ChosenScatter
    {
        get
        {
            if (IsElkan)
                return Interval.WithoutEnds(Elkan, "from the costs", Search is null ? NoSearch : "it follows from the costs alone");
            Interval scatter = SearchedScatter;
            return !scatter.HasEnds || scatter.Contains(Chosen)
                ? scatter
                : Interval.WithoutEnds(Chosen, "none", "resampled rows lead elsewhere");
        }
    }
}
