using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Does the net want a penalty or dropout? Each strength with each seed, on all training rows.</summary>
internal sealed record RegularisationFindings(
    StrengthSweep Penalties, StrengthSweepReading PenaltyReading, StrengthSweep Dropouts, StrengthSweepReading DropoutReading)
{
    public static RegularisationFindings TrainAll(
        PreparedBatches<ClassTarget> data, NetRecipe recipe, NetOptions options, IReadOnlyList<int> seeds, Action advance,
        CancellationToken cancellation)
    {
        NetRecipe plain = recipe with { Penalty = 0, Dropout = 0, Patience = null };
        var penalties = StrengthSweep.Run(
            options.Penalties, seeds, (λ, seed) => Train(plain with { Penalty = λ }, "penalty", λ, seed),
            cancellation: cancellation);
        var dropouts = StrengthSweep.Run(
            options.Dropouts, seeds, (p, seed) => Train(plain with { Dropout = p }, "dropout", p, seed),
            cancellation: cancellation);
        return new RegularisationFindings(
            penalties, StrengthSweepReading.Of(penalties, "the penalty"), dropouts, StrengthSweepReading.Of(dropouts, "dropout"));

        TrainingHistory Train(NetRecipe trial, string what, double strength, int seed)
        {
            using Perceptron net = trial.Net(data, seed);
            TrainingHistory history = trial.Train(
                data, net, FormattableString.Invariant($"{what} {strength}, seed {seed}"), seed,
                observers: [NetRecipe.Comparable(net, data.Training)], cancellation: cancellation);
            advance();
            return history;
        }
    }
}
