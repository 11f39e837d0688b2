using MlMaths.Torch.Data;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Whether a handful of rows is learnt by heart with the settings of the spec, dropout left out. Where it is not, the same is tried
/// with other learning rates, and with a net of the same size that is known to train well: only where that one succeeds, the
/// settings are to blame. The settings of the spec have three times the steps of that net, so that a rate which is merely careful passes.
/// </summary>
internal static class ByHeartCheck
{
    private const int Handful = 16, Steps = 1500, KnownSteps = 500;
    private const double ByHeart = 0.1, StillFalling = 0.9;

    private static readonly double[] OtherRates = [0.1, 10, 0.01, 100, 1000];

    public static CheckResult Of(StartProbe probe)
    {
        Check check = new("by_heart", "Sixteen rows are learnt by heart");
        using SpecData few = probe.Data.Few(StartProbe.Spread(probe.Data.Training.Rows, Handful));
        double chance = ChanceLoss.Of(probe.Fresh.Loss.Kind, few.TrainingLabels, few.Form, few.Classes?.Count ?? 1);
        if (chance == 0) return check.NotRun("The rows that were taken have the same target.");
        long own = (long)probe.Spec.Training.Epochs * probe.Fresh.Batches.BatchesPerEpoch;
        TrainingSpec spec = Brief(probe.Spec, Steps);
        Outcome outcome = Try(spec, few, chance, probe);
        string result = $"After {Counted.Of(outcome.Steps, "step")} the loss of {Counted.Rows(few.Training.Rows)} is "
            + $"{Shown(outcome.Loss)}, and a constant answer has {NumberText.Brief(chance)}";
        if (outcome.IsLearnt) return check.Passed($"{result}.");
        using SpecData scaled = few.Standardised();
        if (!Try(Known(probe.Spec, KnownSteps, probe), scaled, chance, probe).IsLearnt)
            return check.NotRun($"{result}; but a net of this size with settings that are known to work does not learn them either.");
        if (own > Steps && outcome.Loss < StillFalling * outcome.Earlier)
            return check.NotRun($"{result}; it was still falling, and the training has {NumberText.Count(own)} steps.");
        double? rate = OtherRates.Select(factor => factor * spec.Rule.Rate)
            .Cast<double?>()
            .FirstOrDefault(other => Try(WithRate(probe.Spec, other), few, chance, probe).IsLearnt);
        return rate is { } better
            ? check.Failed($"{result}; with a learning rate of {NumberText.Brief(better)} they are learnt.", new(
                better < spec.Rule.Rate ? "learning_rate_too_large" : "learning_rate_too_small", FaultStage.RateAndRule,
                $"set rule.learning_rate to about {NumberText.Brief(better)}")
            {
                IsSymptom = true,
                LearningRate = better,
            })
            : check.Failed($"{result}; a net of this size with He weights, standardised features and Adam learns them.", new(
                "settings_do_not_learn", FaultStage.RateAndRule,
                "begin with net.initialisation he, data.scaling standard and rule.kind adam, and change one thing at a time")
            {
                IsSymptom = true,
            });
    }

    private static TrainingSpec Brief(TrainingSpec spec, int steps) => spec with
    {
        Net = spec.Net with { Dropout = 0 },
        Training = spec.Training with { Batch = Math.Min(spec.Training.Batch, Handful), Epochs = steps, EarlyStopping = null },
        // Its falls are counted in epochs, and an epoch of a handful is a step.
        Rule = spec.Rule.Schedule == ScheduleName.Step ? spec.Rule with { Schedule = ScheduleName.Constant } : spec.Rule,
    };

    private static TrainingSpec WithRate(TrainingSpec spec, double? rate)
    {
        TrainingSpec brief = Brief(spec, KnownSteps);
        return brief with { Rule = brief.Rule with { LearningRate = rate } };
    }

    /// <summary>The same size, and everything else as it is known to work.</summary>
    private static TrainingSpec Known(TrainingSpec spec, int steps, StartProbe probe)
    {
        TrainingSpec brief = Brief(spec, steps);
        var blank = TrainingSpec.Parse("{}");
        return brief with
        {
            Net = brief.Net with
            {
                Initialisation = WeightDraw.He,
                InitialBias = 0,
                Bias = true,
                Output = OutputActivation.None,
                Outputs = probe.Data.Outputs,
                Activation = brief.Net.Activation == HiddenActivation.None ? HiddenActivation.Relu : brief.Net.Activation,
            },
            Loss = blank.Loss with { Kind = probe.Fresh.Loss.Kind },
            Rule = blank.Rule with { LearningRate = 0.01 },
            Training = brief.Training with { Batch = Handful },
            Slips = blank.Slips,
        };
    }

    private static Outcome Try(TrainingSpec spec, SpecData few, double chance, StartProbe probe)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using SpecTraining training = new(spec, few, probe.Seed);
        // One batch a step: where batches are smaller than the handful, an epoch has more than one step, and there are fewer epochs.
        int epochs = Math.Max(1, spec.Training.Epochs / training.Batches.BatchesPerEpoch);
        LossLimit limit = new(ByHeart * chance, training, few.Training, epochs);
        TrainingHistory history = training.Fit(probe.Cancellation, limit);
        return new(training.MeanLoss(few.Training), limit.Earlier, history.Steps, limit.IsReached);
    }

    private static string Shown(double loss) => double.IsFinite(loss) ? NumberText.Brief(loss) : "no finite number";

    private sealed record Outcome(double Loss, double Earlier, int Steps, bool IsLearnt);

    /// <summary>Ends a training whose loss is low enough, or that had its epochs.</summary>
    private sealed class LossLimit(double limit, SpecTraining training, Batch rows, int epochs) : ITrainingObserver
    {
        private const int Every = 10;

        private int _epochs;

        /// <summary>The loss after three quarters of the epochs.</summary>
        public double Earlier { get; private set; } = double.PositiveInfinity;

        public bool IsReached { get; private set; }

        public bool WantsToStop => IsReached || _epochs >= epochs;

        public void OnEpoch(TrainingState state)
        {
            _epochs = state.Epoch;
            if (_epochs % Every != 0 && _epochs != epochs && _epochs != 3 * epochs / 4) return;
            double loss = training.MeanLoss(rows);
            if (_epochs <= 3 * epochs / 4) Earlier = loss;
            IsReached = loss <= limit;
        }
    }
}
