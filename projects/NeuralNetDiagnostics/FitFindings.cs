using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Overfitting on purpose, its cure, and underfitting, on the same few rows.</summary>
/// <param name="FewRows">Training rows that all three nets had.</param>
/// <param name="Trainings">Each with what was changed.</param>
/// <param name="Saved">Validation loss that the cure saves, paired by row.</param>
internal sealed record FitFindings(int FewRows, IReadOnlyList<FitTraining> Trainings, Interval Saved)
{
    public const double CurePenalty = 0.01, CureDropout = 0.4, UnderfitPenalty = 0.05;

    public const int CurePatience = 20, UnderfitUnits = 2;

    private const int Few = 100;

    public FitTraining Overfit => Trainings[0];

    public FitTraining Cured => Trainings[1];

    public FitTraining Underfit => Trainings[2];

    /// <summary>Least and largest loss of all three, so that they can be drawn on one axis.</summary>
    public (double Low, double High) Range
    {
        get
        {
            double[] losses = [.. Trainings.SelectMany(
                fit => fit.History.Curve("epoch_loss").Values.Concat(fit.History.Curve("loss", "validation").Values))
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
        FitTraining cured = Train("cured", "penalty, dropout, early stopping",
            free with { Penalty = CurePenalty, Dropout = CureDropout, Patience = CurePatience });
        FitTraining underfit = Train(
            "underfit", "two units, strong penalty", free with { Hidden = [UnderfitUnits], Penalty = UnderfitPenalty });
        double[] saved = [.. overfit.ValidationLosses.Zip(cured.ValidationLosses, (without, with) => without - with)];
        return new FitFindings(few.Rows, [overfit, cured, underfit], MeanInterval.Of(saved, seed));

        FitTraining Train(string name, string made, NetRecipe changed)
        {
            using Perceptron net = changed.Net(data, seed);
            TrainingHistory history = changed.Train(data, net, name, seed, few, cancellation: cancellation);
            double[] losses = NetRecipe.RowLosses(net, data.Validation);
            return new FitTraining(
                name, made, changed.Patience is not null, history, NetRecipe.LossOf(net, few), losses,
                MeanInterval.Of(losses, seed), net.Accuracy(few), net.Accuracy(data.Validation));
        }
    }
}
