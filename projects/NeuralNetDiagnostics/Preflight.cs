using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>
/// Three checks before any training, each a minute that saves a day: a net that knows nothing yet should lose ln C, a sound net can
/// learn a handful of rows by heart, and rows without any content should be worth nothing.
/// (After A. Karpathy, A Recipe for Training Neural Networks, 2019.)
/// </summary>
/// <param name="LossAtStart">On the training rows, before the first step.</param>
/// <param name="LossOfChance">ln C.</param>
/// <param name="FewRows">Rows that were learnt by heart.</param>
/// <param name="FewHistory">How that went.</param>
/// <param name="FewLoss">Loss on them in the end.</param>
/// <param name="BlindAccuracy">Validation accuracy of a net that was trained with every feature set to 0.</param>
/// <param name="BaseRate">Share of the most frequent class among the validation rows, which such a net can reach.</param>
internal sealed record Preflight(
    double LossAtStart, double LossOfChance, int FewRows, TrainingHistory FewHistory, double FewLoss, double BlindAccuracy, double BaseRate)
{
    public const double ByHeart = 0.05;

    private const int Handful = 20, EpochsByHeart = 200, BlindEpochs = 3;

    public bool StartsAtChance => Math.Abs(LossAtStart - LossOfChance) < 0.5 * LossOfChance;

    public bool LearnsByHeart => FewLoss < ByHeart;

    /// <summary>Not better than the most frequent class, but for one row in a hundred that may fall either way.</summary>
    public bool IsBlind => BlindAccuracy <= BaseRate + 0.01;

    public static Preflight Of(PreparedClasses data, NetRecipe recipe, int seed, CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using Perceptron fresh = recipe.Net(data, seed), few = recipe.Net(data, seed), blind = recipe.Net(data, seed);
        Batch handful = data.Few(Handful);
        NetRecipe byHeart = recipe with { Epochs = EpochsByHeart, Dropout = 0, Penalty = 0, Patience = null };
        TrainingHistory history = byHeart.Train(data, few, "preflight, by heart", seed, handful, cancellation: cancellation);

        var empty = new Batch(torch.zeros_like(data.Training.X), data.Training.y);
        (recipe with { Epochs = BlindEpochs, Patience = null }).Train(data, blind, "preflight, blind", seed, empty, cancellation: cancellation);
        var emptyValidation = new Batch(torch.zeros_like(data.Validation.X), data.Validation.y);
        int[] classes = data.Target.Of(data.Split.Validation);
        return new Preflight(
            NetRecipe.LossOf(fresh, data.Training), Math.Log(data.Target.Classes.Count), handful.Rows, history,
            NetRecipe.LossOf(few, handful), blind.Accuracy(emptyValidation),
            (double)classes.CountBy(label => label).Max(count => count.Value) / classes.Length);
    }
}
