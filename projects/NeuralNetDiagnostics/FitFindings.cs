using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Overfitting on purpose, its cure, and underfitting, on the same few rows.</summary>
/// <param name="FewRows">Training rows that the first three nets had.</param>
/// <param name="Trainings">Each with what was changed.</param>
internal sealed record FitFindings(int FewRows, IReadOnlyList<FitTraining> Trainings)
{
    private const int Few = 100;

    public FitTraining Overfit => Trainings[0];

    public FitTraining Cured => Trainings[1];

    public FitTraining Underfit => Trainings[2];

    public static FitFindings Of(PreparedClasses data, NetRecipe recipe, int epochs, int seed, CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch few = data.Few(Few);
        NetRecipe free = recipe with { Epochs = epochs, Dropout = 0, Penalty = 0, Patience = null };
        return new FitFindings(few.Rows,
        [
            Train("overfit", "no penalty, no dropout, no early stopping", free),
            Train("cured", "penalty 0.01, dropout 0.4, early stopping", free with { Penalty = 0.01, Dropout = 0.4, Patience = 20 }),
            Train("underfit", "2 hidden units, penalty 0.05", free with { Hidden = [2], Penalty = 0.05 }),
        ]);

        FitTraining Train(string name, string made, NetRecipe changed)
        {
            using Perceptron net = changed.Net(data, seed);
            TrainingHistory history = changed.Train(data, net, name, seed, few, cancellation: cancellation);
            return new FitTraining(
                name, made, history, NetRecipe.LossOf(net, few), NetRecipe.LossOf(net, data.Validation), net.Accuracy(few), net.Accuracy(data.Validation));
        }
    }
}

/// <summary>One of these trainings, and how it ended.</summary>
internal sealed record FitTraining(
    string Name, string Made, TrainingHistory History, double TrainingLoss, double ValidationLoss, double TrainingAccuracy, double ValidationAccuracy)
{
    /// <summary>Validation loss less training loss: what was learnt and does not carry over.</summary>
    public double Gap => ValidationLoss - TrainingLoss;
}
