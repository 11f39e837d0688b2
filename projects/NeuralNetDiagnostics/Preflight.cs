using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>
/// Three checks before any training: a net that knows nothing yet should lose ln C; a sound net can learn a handful of rows by
/// heart; and a net that sees the features should soon beat one whose features are all 0, which can do no more than call the
/// most frequent class. (After A. Karpathy, A Recipe for Training Neural Networks, 2019.)
/// </summary>
/// <param name="LossAtStart">On the training rows, before the first step.</param>
/// <param name="LossOfChance">ln C.</param>
/// <param name="FewRows">Rows that were memorised.</param>
/// <param name="FewHistory">How that went.</param>
/// <param name="FewLoss">Loss on them in the end.</param>
/// <param name="BlindEpochs">Epochs of the two nets below: three, and a hundred steps at least.</param>
/// <param name="BlindAccuracy">Validation accuracy of a net that was trained with every feature set to 0.</param>
/// <param name="SightedAccuracy">That of the same net, trained as long with the features.</param>
/// <param name="Gain">Validation loss of the blind net less that of the other, paired by row.</param>
internal sealed record Preflight(
    double LossAtStart, double LossOfChance, int FewRows, TrainingHistory FewHistory, double FewLoss, int BlindEpochs,
    double BlindAccuracy, double SightedAccuracy, Interval Gain)
{
    public const double ByHeart = 0.05;

    private const int Handful = 20, EpochsByHeart = 200, MinBlindEpochs = 3, MinBlindSteps = 100;

    /// <summary>How far from the loss of chance a net may start, as a share of it.</summary>
    public const double NearChance = 0.5;

    public bool StartsAtChance => Math.Abs(LossAtStart - LossOfChance) < NearChance * LossOfChance;

    public bool LearnsByHeart => FewLoss < ByHeart;

    /// <summary>Whether the features say something, by more than other validation rows could have shown by chance.</summary>
    public bool UsesFeatures => Gain.Low > 0;

    /// <param name="data">The rows.</param>
    /// <param name="recipe">The net that will be trained.</param>
    /// <param name="of">Whose checks these are, for the names of its trainings.</param>
    /// <param name="seed">Of the initial weights.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Preflight Train(PreparedBatches<ClassTarget> data, NetRecipe recipe, string of, int seed, CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        NetRecipe byHeart = recipe with { Epochs = EpochsByHeart, Dropout = 0, Penalty = 0, Patience = null };
        using Perceptron fresh = recipe.Net(data, seed), few = byHeart.Net(data, seed), blind = recipe.Net(data, seed),
            sighted = recipe.Net(data, seed);
        Batch handful = data.Few(Handful);
        TrainingHistory history = byHeart.Train(data, few, $"preflight of {of}, "
            + $"memorising", seed, handful, cancellation: cancellation);

        int epochs = Math.Max(MinBlindEpochs, MinBlindSteps * recipe.BatchRows / data.Training.Rows);
        NetRecipe brief = recipe with { Epochs = epochs, Patience = null };
        var nothing = new Batch(torch.zeros_like(data.Training.X), data.Training.y);
        brief.Train(data, blind, $"preflight of {of}, blind", seed, nothing, cancellation: cancellation);
        brief.Train(data, sighted, $"preflight of {of}, sighted", seed, cancellation: cancellation);
        var nothingToJudge = new Batch(torch.zeros_like(data.Validation.X), data.Validation.y);
        double[] gains = [.. NetRecipe.RowLosses(blind, nothingToJudge)
            .Zip(NetRecipe.RowLosses(sighted, data.Validation), (without, with) => without - with)];
        return new Preflight(
            NetRecipe.LossOf(fresh, data.Training), Math.Log(data.Target.Classes.Count), handful.Rows, history,
            NetRecipe.LossOf(few, handful),
            epochs, blind.Accuracy(nothingToJudge), sighted.Accuracy(data.Validation), MeanInterval.Of(gains, seed));
    }
}
