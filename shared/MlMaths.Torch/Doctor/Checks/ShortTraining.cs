using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// A training on some of its rows for so many steps: nothing is dropped, and nothing ends it early but a loss that is low enough. Its
/// schedule, falls and warm-up are laid out for these steps as they were for the whole training.
/// </summary>
/// <param name="Loss">Mean loss of the rows at the end.</param>
/// <param name="Earlier">The same after three quarters of the steps.</param>
/// <param name="Steps">Steps that were made.</param>
/// <param name="Chance">The loss of the best constant answer.</param>
internal sealed record ShortTraining(double Loss, double Earlier, int Steps, double Chance)
{
    /// <summary>Rows that "all rows" means, at most.</summary>
    public const int MostRows = 4000;

    private const int StepsOnAllRows = 500;

    /// <summary>The loss as a share of that of a constant answer; not a number where a step diverged.</summary>
    public double Share => Loss / Chance;

    /// <summary>Trains; null where outputs and targets of the spec do not go together.</summary>
    /// <param name="probe">The training that is looked at, whose seed is taken.</param>
    /// <param name="spec">The same, or one of the same rows with other settings.</param>
    /// <param name="places">The rows, by their places among the training rows.</param>
    /// <param name="steps">How many, at most.</param>
    /// <param name="enough">The share of a constant answer's loss at which it ends.</param>
    public static ShortTraining? Of(StartProbe probe, TrainingSpec spec, int[] places, int steps, double enough = 0)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using SpecData rows = probe.Data.For(spec, places);
        if (SpecShapes.Mismatch(spec, rows.Classes?.Count, rows.Outputs) is not null) return null;
        TrainingSpec brief = Brief(spec, places.Length, steps, probe.WholeSteps);
        using SpecTraining training = new(brief, rows, probe.Seed);
        double chance = ChanceLoss.Of(training.Loss.Kind, rows.TrainingLabels, rows.Form, rows.Classes?.Count ?? 1);
        LossLimit limit = new(enough * chance, training, rows.Training, brief.Training.Epochs);
        TrainingHistory history = training.Fit(probe.Cancellation, limit);
        return new(training.MeanLoss(rows.Training), limit.Earlier, history.Steps, chance);
    }

    /// <summary>A few hundred steps on all rows, or some thousands of them, and no more than the whole training has.</summary>
    public static ShortTraining OnAllRows(StartProbe probe, TrainingSpec spec) => Of(
        probe, spec, RowSample.Even(probe.Data.TrainingRows, MostRows), (int)Math.Min(StepsOnAllRows, probe.WholeSteps))!;

    /// <param name="spec">The whole training.</param>
    /// <param name="rows">Rows of the short one.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="wholeSteps">Steps of the whole training.</param>
    internal static TrainingSpec Brief(TrainingSpec spec, int rows, int steps, long wholeSteps)
    {
        int batch = Math.Min(spec.Training.Batch, rows), perEpoch = (rows - 1) / batch + 1, epochs = Math.Max(1, steps / perEpoch);
        return spec with
        {
            Net = spec.Net with { Dropout = 0 },
            Training = spec.Training with { Batch = batch, Epochs = epochs, EarlyStopping = null },
            Rule = spec.Rule with
            {
                DecayEpochs = Math.Max(1, (int)Math.Round((double)spec.Rule.DecayEpochs * epochs / spec.Training.Epochs)),
                WarmUp = (int)Math.Min(int.MaxValue, Math.Round((double)spec.Rule.WarmUp * epochs * perEpoch / wholeSteps)),
            },
        };
    }

    /// <summary>Ends a training whose loss is low enough.</summary>
    private sealed class LossLimit(double limit, SpecTraining training, Batch rows, int epochs) : ITrainingObserver
    {
        private const int Every = 10;

        /// <summary>The loss after three quarters of the epochs.</summary>
        public double Earlier { get; private set; } = double.PositiveInfinity;

        public bool WantsToStop { get; private set; }

        public void OnEpoch(TrainingState state)
        {
            bool isEarlier = state.Epoch == 3 * epochs / 4;
            if (!isEarlier && state.Epoch % Every != 0) return;
            double loss = training.MeanLoss(rows);
            if (isEarlier) Earlier = loss;
            WantsToStop = loss <= limit;
        }
    }
}
