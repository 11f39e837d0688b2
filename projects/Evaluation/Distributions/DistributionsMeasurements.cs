using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>The numbers of this report that a person may quote.</summary>
internal static class DistributionsMeasurements
{
    public static Measurements Of(DistributionsFindings findings)
    {
        var measurements = new Measurements();
        AddChange(measurements, findings.Change);
        AddEvents(measurements, findings.Events);
        AddChance(measurements, findings.Chance);
        AddLaws(measurements, findings.Binomial, findings.Poisson);
        AddMeans(measurements, findings.Means);
        AddCoverage(measurements, findings.Coverage);
        return measurements;
    }

    private static void AddChange(Measurements measurements, ChangeFindings change)
    {
        const string How = "from the counts";
        TwoProportions counts = change.Counts;
        measurements.Add("change.before", "Conversion rate before", WilsonInterval.Of(counts.FirstSuccesses, counts.FirstTrials), "", How);
        measurements.Add("change.after", "Conversion rate after", WilsonInterval.Of(counts.SecondSuccesses, counts.SecondTrials), "", How);
        measurements.Add("change.difference", "Difference of the rates, after "
            + "minus before", change.Difference, "", How);
        measurements.Add("change.ratio", "Ratio of the rates, after over before", change.Ratio, "", How);
        measurements.Add("change.p_fisher", "p of Fisher's exact test", change.Fisher.PValue, "", How);
        measurements.Add("change.p_mid", "mid-p of Fisher's exact test", change.Fisher.MidPValue, "", How);
        measurements.Add("change.p_z", "p of the z test", counts.PValueOfZ, "", How, "all visitors did the same");
        measurements.Add("change.greater", "Probability that the rate rose", change.Posterior.Greater, "",
            "every rate equally plausible before the counts");
        measurements.Add(
            "change.equivalent", "Probability that the difference would change no decision",
            change.Posterior.Within(change.Rope), "", "every rate equally plausible before the counts");
        measurements.Add(
            "change.power", $"Power: chance to detect a change of {change.MattersText} with these visitors", change.Power, "",
            "formula of the z test at 5 %; the change is the one that should not be missed (--matters)");
        measurements.Add(
            "change.needed", $"Visitors per group to detect a change of {change.MattersText} with a power of 80 "
            + $"%", change.Needed, "visitors",
            "formula of the z test at 5 %, rounded up");
        measurements.Add(
            "change.coverage", "Coverage of the interval of the difference, if these were the "
            + "true rates", change.Coverage,
            "", "all outcomes added up", "there are too many outcomes to add up");
    }

    private static void AddEvents(Measurements measurements, EventFindings events)
    {
        measurements.Add("events.before", "Events per period before", events.Before, "", "from the counts");
        measurements.Add("events.after", "Events per period after", events.After, "", "from the counts");
        measurements.Add("events.ratio", "Ratio of the rates of events, after over before", events.Ratio, "", "from the counts");
        measurements.Add("events.p_exact", "p of the exact test of two Poisson rates", events.Test.PValue, "", "from the counts");
        measurements.Add("events.p_mid", "mid-p of the exact test of two Poisson rates", events.Test.MidPValue, "", "from the counts");
    }

    private static void AddChance(Measurements measurements, ChanceFindings chance)
    {
        string how = $"share of {chance.Simulations:#,0} simulated z tests of two groups with the same rate",
            ofDays = $"share of {chance.DaySimulations:#,0} simulated z tests of two groups whose rates are good or bad by the day, and "
                + "equal on average";
        measurements.Add("chance.at_end", "Simulated tests without a change that report one: one look", chance.AtEnd[^1], "", how);
        measurements.Add("chance.weekly", "Simulated tests without a change that report one: weekly looks", chance.EveryWeek[^1], "", how);
        measurements.Add("chance.daily", "Simulated tests without a change that report one: daily looks", chance.EveryDay[^1], "", how);
        measurements.Add("chance.same_days", "Simulated tests without a change that report one: both groups on the "
            + "same days", chance.SameDays, "", ofDays);
        measurements.Add("chance.other_days", "Simulated tests without a change that report one: different "
            + "days", chance.OtherDays, "", ofDays);
    }

    private static void AddLaws(Measurements measurements, BinomialFindings binomial, PoissonFindings poisson)
    {
        Add("binomial.ratio", "Simulated days, variance over that of the binomial law: independent visitors", binomial.Fair, "days");
        Add("binomial.ratio_moving", "Simulated days, variance over that of the binomial law: good and bad days", binomial.Moving, "days");
        Add(
            "binomial.ratio_twice", "Simulated days, variance over that of the binomial law: visitors who come twice", binomial.Twice,
            "days");
        Add("poisson.ratio", "Simulated periods, variance over the mean: independent events", poisson.Fair, "periods");
        Add("poisson.ratio_bursts", "Simulated periods, variance over the mean: bursts", poisson.Bursts, "periods");
        string how = $"share of simulated series of {PoissonFindings.Series} periods";
        measurements.Add("poisson.called", "Simulated series, Poisson rejected: independent events", poisson.FairRejected, "", how);
        measurements.Add("poisson.called_bursts", "Simulated series, Poisson rejected: bursts", poisson.BurstsRejected, "", how);
        measurements.Add(
            "poisson.change", "Simulated series, false change reported: independent events, exact test", poisson.FairChange,
            "", how);
        measurements.Add("poisson.change_bursts", "Simulated series, false change reported: bursts, "
            + "exact test", poisson.BurstsChange, "", how);

        void Add(string id, string label, SimulatedCounts counts, string periods) =>
            measurements.Add(id, label, counts.Dispersion.Ratio, "", $"{counts.Periods:#,0} simulated {periods}");
    }

    private static void AddMeans(Measurements measurements, MeanFindings means)
    {
        string[] names = ["normal", "mild", "skewed", "wild"];
        for (int law = 0; law < means.Laws.Count; law++)
        {
            foreach (int size in new[] { 20, 1000 })
            {
                measurements.Add(
                    $"mean.{names[law]}_{size}",
                    $"Simulated samples, coverage of the 95 % interval of a mean of {size} values, skew {means.Laws[law].Skewness:0.#}",
                    means.Laws[law].Coverage[MeanFindings.Sizes.ToList().IndexOf(size)], "",
                    $"share of {means.Simulations:#,0} simulated samples");
            }
        }
    }

    private static void AddCoverage(Measurements measurements, CoverageFindings coverage)
    {
        const string How = "all outcomes added up";
        measurements.Add(
            "coverage.wald_least", "Lowest coverage of Wald's interval of one rate, over the cases tried",
            coverage.WaldLeast, "", How);
        measurements.Add(
            "coverage.wilson_least", "Lowest coverage of Wilson's interval of one rate, over the cases tried",
            coverage.WilsonLeast, "", How);
        measurements.Add(
            "coverage.wilson_most", "Highest coverage of Wilson's interval of one rate, over the cases tried",
            coverage.WilsonMost, "", How);
        measurements.Add(
            "coverage.newcombe_least", "Lowest coverage of Newcombe's interval of a difference, over the cases tried",
            coverage.Differences.Min(at => at.Newcombe), "", How);
        measurements.Add(
            "coverage.newcombe_most", "Highest coverage of Newcombe's interval of a difference, over the cases tried",
            coverage.Differences.Max(at => at.Newcombe), "", How);
        measurements.Add(
            "coverage.power_error", "Largest error of the power formula",
            coverage.Powers.Max(at => Math.Abs(at.Formula - at.Exact)), "", How);
    }
}
