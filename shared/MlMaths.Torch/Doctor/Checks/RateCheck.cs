namespace MlMaths.Torch.Doctor;

/// <summary>
/// Whether a few hundred steps on all rows end well below the loss of a constant answer. Where they do not, smaller learning rates are
/// tried: only where one of them ends at a tenth of the loss, or below a constant answer where this one ends above it, the rate is to
/// blame. (A handful of rows may be learnt by heart with a rate that many rows and many batches cannot bear.)
/// </summary>
internal static class RateCheck
{
    private const double WellBelow = 0.25, Tenth = 0.1, Below = 0.75;

    private static readonly double[] Smaller = [0.1, 0.01, 0.001];

    public static CheckResult Of(StartProbe probe)
    {
        Check check = new("rate_on_rows", "The learning rate suits many rows");
        if (probe.Data.TrainingLabels.Distinct().Count() == 1) return check.NotRun("All rows have the same target.");
        ShortTraining own = probe.OnAllRows;
        int rows = Math.Min(ShortTraining.MostRows, probe.Data.TrainingRows);
        string result = $"After {Counted.Of(own.Steps, "step")} on {Counted.Rows(rows)} their loss is {LossText.Of(own.Loss)}, and a "
            + $"constant answer has {NumberText.Brief(own.Chance)}";
        if (own.Share <= WellBelow) return check.Passed($"{result}.");
        foreach (double factor in Smaller)
        {
            double rate = factor * probe.Spec.Rule.UsedLearningRate;
            var other = ShortTraining.OnAllRows(probe, probe.Spec with { Rule = probe.Spec.Rule with { LearningRate = rate } });
            if (!(other.Share <= (own.Share <= 1 ? Tenth * own.Share : Below))) continue;
            return check.Failed(
                $"{result}; with a learning rate of {NumberText.Brief(rate)} it is {NumberText.Brief(other.Loss)}.",
                RateFault.Of(probe.Spec, rate));
        }

        // A loss above that of a constant answer suits nobody, whatever it is that keeps it there.
        string others = $"{result}; no smaller learning rate ends far below it.";
        return own.Share <= 1 ? check.Passed(others) : check.Undecided(others);
    }
}
