using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>What regularisation did for rows that were not trained on; a cure is what this says, and no other word says it.</summary>
internal enum FitCure
{
    /// <summary>A lower validation loss, by the whole interval, and no lower accuracy.</summary>
    Cured,

    /// <summary>A lower validation loss, and a lower accuracy.</summary>
    LowerLossFewerRight,

    /// <summary>The interval of what it saves includes 0.</summary>
    NotShown,

    /// <summary>A higher validation loss, by the whole interval.</summary>
    Worse,
}

/// <summary>Overfitting on purpose, regularisation against it, and underfitting, on the same few rows.</summary>
/// <param name="FewRows">Training rows that all three nets had.</param>
/// <param name="Trainings">Each with what was changed.</param>
/// <param name="Saved">Validation loss that regularisation saves, paired by row.</param>
internal sealed record FitFindings(int FewRows, IReadOnlyList<FitTraining> Trainings, Interval Saved)
{
    public const double StrongPenalty = 0.01, StrongDropout = 0.4, UnderfitPenalty = 0.05;

    public const int ShortPatience = 20, UnderfitUnits = 2;

    private const int Few = 100;

    public FitTraining Overfit => Trainings[0];

    public FitTraining Regularised => Trainings[1];

    /// <summary>What the penalty, dropout and early stopping came to.</summary>
    public FitCure Cure => Saved switch
    {
        { Low: > 0 } when Regularised.ValidationAccuracy >= Overfit.ValidationAccuracy => FitCure.Cured,
        { Low: > 0 } => FitCure.LowerLossFewerRight,
        { High: < 0 } => FitCure.Worse,
        _ => FitCure.NotShown,
    };

    public FitTraining Underfit => Trainings[2];

    /// <summary>Least and largest loss of all three, so that they can be drawn on one axis.</summary>
    public (double Low, double High) Range
    {
        get
        {
            double[] losses = [.. Trainings.SelectMany(
                fit => fit.History.ComparableLoss.Values.Concat(fit.History.Curve("loss", "validation").Values))
                .Where(double.IsFinite)];
            return (losses.Min(), losses.Max());
        }
    }

    public static FitFindings TrainAll(
        PreparedBatches<ClassTarget> data, NetRecipe recipe, int epochs, int seed, CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch few = data.Few(Few);
        NetRecipe free = recipe with { Epochs = epochs, Dropout = 0, Penalty = 0, Patience = null };
        FitTraining overfit = Train("overfit", "no regularisation", free);
        FitTraining regularised = Train("regularised", "penalty, dropout, early stopping",
            free with { Penalty = StrongPenalty, Dropout = StrongDropout, Patience = ShortPatience });
        FitTraining underfit = Train(
            "underfit", "two units, strong penalty", free with { Hidden = [UnderfitUnits], Penalty = UnderfitPenalty });
        double[] saved = [.. overfit.ValidationLosses.Zip(regularised.ValidationLosses, (without, with) => without - with)];
        return new FitFindings(few.Rows, [overfit, regularised, underfit], MeanInterval.Of(saved, seed));

        FitTraining Train(string name, string made, NetRecipe changed)
        {
            using Perceptron net = changed.Net(data, seed);
            TrainingHistory history = changed.Train(
                data, net, name, seed, few, [NetRecipe.Comparable(net, few)], cancellation: cancellation);
            double[] losses = NetRecipe.RowLosses(net, data.Validation);
            return new FitTraining(
                name, made, changed.Patience is not null, history, NetRecipe.LossOf(net, few), losses,
                MeanInterval.Of(losses, seed), net.Accuracy(few), net.Accuracy(data.Validation));
        }
    }
}
