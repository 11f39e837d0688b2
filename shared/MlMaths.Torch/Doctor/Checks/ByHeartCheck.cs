using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Whether a handful of rows is learnt by heart with the settings of the spec, dropout left out. Where it is not, the same is tried
/// with other learning rates, and with <see cref="KnownGood"/>, a net of the same size that is known to train well: only where one of
/// them succeeds, and on all rows gets clearly further, too, the settings are to blame. The settings of the spec have three times the
/// steps of that net, so that a rate which is merely careful passes.
/// </summary>
internal static class ByHeartCheck
{
    private const string Unnamed = "settings_do_not_learn";
    private const int Handful = 16, Steps = 1500, KnownSteps = 500;
    private const double ByHeart = 0.1, StillFalling = 0.9, KnownRate = 0.01, AsFar = 0.75, LargestRate = 30;

    private static readonly double[] OtherRates = [0.1, 10, 0.01, 100, 1000];

    public static CheckResult Of(StartProbe probe)
    {
        Check check = new("by_heart", "Sixteen rows are learnt by heart");
        int[] places = RowSample.Even(probe.Data.Training.Rows, Handful);
        if (probe.Data.LabelsAt(places).Distinct().Count() == 1)
            return check.NotRun("The rows that were taken have the same target.");
        ShortTraining own = ShortTraining.Of(probe, probe.Spec, places, Steps, ByHeart)!;
        string result = $"After {Counted.Of(own.Steps, "step")} the loss of {Counted.Rows(places.Length)} is {LossText.Of(own.Loss)}, "
            + $"and a constant answer has {NumberText.Brief(own.Chance)}";
        if (own.Share <= ByHeart) return check.Passed($"{result}.");
        TrainingSpec known = Known(probe.Spec);
        if (!IsLearnt(known))
            return check.Undecided($"{result}; but a net of this size with settings that are known to work does not learn them either.");
        if (probe.WholeSteps > Steps && own.Loss < StillFalling * own.Earlier)
            return check.Undecided($"{result}; it was still falling, and the training has {NumberText.Count(probe.WholeSteps)} steps.");
        if (Learnt(probe.OnAllRows) >= AsFar * Learnt(ShortTraining.OnAllRows(probe, known)))
            return check.Undecided($"{result}; but on all rows the training gets about as far as one with settings known to work.");
        if (LearningRates(probe.Spec.Rule).Select(rate => (double?)rate)
            .FirstOrDefault(rate => IsLearnt(WithRate(probe.Spec, rate))) is { } better)
        {
            return check.Failed($"{result}; with a learning rate of {NumberText.Brief(better)} they are learnt.",
                RateFault.Of(probe.Spec, better));
        }

        if (SettingChange.ForLearningByHeart(probe.Spec).FirstOrDefault(IsEnough) is { Fault: { } one })
        {
            return check.Failed($"{result}; they are learnt with {SpecChange.Pairs(one.Tried)}.", OfLearning(one));
        }

        IReadOnlyList<SpecChange> needed = Needed(probe.Spec, known, tried => IsLearnt(tried));
        return check.Failed($"{result}; they are learnt with {SpecChange.Pairs(needed)}.", FaultOf(needed, probe.Spec));

        bool IsEnough(SettingChange change)
        {
            try
            {
                return IsLearnt(probe.Spec.With(change.Fault.Tried), Steps);
            }
            catch (UserMistakeException)
            {
                return false; // fields that contradict each other are no way out
            }
        }

        bool IsLearnt(TrainingSpec spec, int steps = KnownSteps) =>
            ShortTraining.Of(probe, spec, places, steps, ByHeart) is { Share: <= ByHeart };
    }

    /// <summary>How much of the loss of a constant answer is gone, as a share; 0 where none is, or the loss is no number.</summary>
    private static double Learnt(ShortTraining all) => all.Share < 1 ? 1 - all.Share : 0;

    /// <summary>Of the fields in which two specs differ, those that cannot be put back one after the other without losing what was
    /// reached. The learning rate is put back first: the usual one of a rule suits that rule alone.</summary>
    internal static IReadOnlyList<SpecChange> Needed(TrainingSpec own, TrainingSpec known, Func<TrainingSpec, bool> isReached)
    {
        IReadOnlyList<SpecChange> needed = SpecChange.Between(own, known);
        foreach (SpecChange change in needed.OrderByDescending(change => change.Field == "learning_rate"))
        {
            SpecChange[] without = [.. needed.Where(other => other != change)];
            if (without.Length > 0 && isReached(own.With(without))) needed = without;
        }

        return needed;
    }

    // Rows, labels and the kind of loss stay as they are; dropout is left out of every short training, so that it need not be changed.
    private static TrainingSpec Known(TrainingSpec spec)
    {
        TrainingSpec good = KnownGood.Of(spec);
        return good with
        {
            Data = spec.Data with { Scaling = good.Data.Scaling, TargetScaling = good.Data.TargetScaling },
            Net = good.Net with { Dropout = spec.Net.Dropout },
            Loss = good.Loss with { Kind = spec.Loss.Kind },
            Rule = good.Rule with { LearningRate = KnownRate },
            Training = spec.Training with { Batch = Math.Max(spec.Training.Batch, Handful) },
        };
    }

    /// <summary>Rates to try: some powers of ten away, none far beyond the usual one of the rule; and that one.</summary>
    private static IEnumerable<double> LearningRates(RuleSpec rule)
    {
        double usual = (rule with { LearningRate = null }).UsedLearningRate;
        return [.. OtherRates.Select(factor => factor * rule.UsedLearningRate).Where(rate => rate <= LargestRate * usual), usual];
    }

    private static TrainingSpec WithRate(TrainingSpec spec, double? rate) => spec with { Rule = spec.Rule with { LearningRate = rate } };

    private static Fault FaultOf(IReadOnlyList<SpecChange> needed, TrainingSpec spec) =>
        spec.Net.Activation == HiddenActivation.None && needed.All(change => change is { Part: "net", Field: "activation" })
            ? CapacityCheck.StraightLine(spec)
            : new(Unnamed, FaultStage.RateAndRule, SpecChange.Words(needed))
            {
                IsSymptom = true,
                Tried = needed,
                Parts = [.. SettingChange.PartsOf(spec, needed, Unnamed).Select(OfLearning)],
            };

    /// <summary>What is seen in the learning itself may be the consequence of anything upstream of it.</summary>
    private static Fault OfLearning(Fault one) => one with
    {
        IsSymptom = true,
        Stage = one.Stage < FaultStage.RateAndRule ? FaultStage.RateAndRule : one.Stage,
    };
}
