using System.Globalization;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>The net that is judged, and how its training went.</summary>
/// <param name="Net">With the weights of its best epoch.</param>
/// <param name="Recipe">How it was trained.</param>
/// <param name="Kind">Who differentiated.</param>
/// <param name="History">Losses, norms, update ratios, dead units.</param>
/// <param name="TrainingLoss">Of the finished net, without penalty and without dropout.</param>
/// <param name="ValidationLoss">Likewise.</param>
/// <param name="TrainingAccuracy">Share of right calls on the training rows.</param>
/// <param name="ValidationAccuracy">Likewise, on the validation rows.</param>
/// <param name="ProbedRows">Rows on which dead units were looked for.</param>
/// <param name="StepsPerSecond">Of the steps that this process made, all observers and validation passes included; null
/// where it made none, as the training was finished before the run was continued.</param>
internal sealed record FinalNet(
    Perceptron Net, NetRecipe Recipe, GradientKind Kind, TrainingHistory History, double TrainingLoss, double ValidationLoss,
    double TrainingAccuracy, double ValidationAccuracy, int ProbedRows, double? StepsPerSecond) : IDisposable
{
    public const string Run = "final";

    private const int ProbeRows = 200;

    public static FinalNet Train(
        PreparedBatches<ClassTarget> data, NetRecipe recipe, int seed, TimeProvider clock, ProgressStage stage,
        CancellationToken cancellation)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Perceptron net = recipe.Net(data, seed);
        Batch probe = data.Few(ProbeRows);
        int told = 0;
        double? speed = null;
        ITrainingObserver[] observers =
        [
            NetRecipe.Comparable(net, data.Training), new LearningRateRecorder(), new GradientNormRecorder(),
            new UpdateRatioRecorder(), NonFiniteGuard.For(net),
            new ActivationRecorder(net, probe.X), new LiveProgress(Tell, clock),
        ];
        TrainingHistory history = recipe.Train(data, net, Run, seed, observers: observers, cancellation: cancellation);
        return new FinalNet(
            net, recipe, recipe.KindFor(net), history, NetRecipe.LossOf(net, data.Training), NetRecipe.LossOf(net, data.Validation),
            net.Accuracy(data.Training), net.Accuracy(data.Validation), probe.Rows, speed);

        void Tell(ProgressReading reading)
        {
            string validation = reading.ValidationLoss is { } loss
                ? $", validation {loss.ToString("0.000", CultureInfo.InvariantCulture)}"
                : "";
            stage.Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"loss {reading.Loss:0.000}{validation}, {reading.StepsPerSecond:#,0} steps/s, "
                + $"{reading.Left.TotalSeconds:0} s left"));
            stage.Advance((double)(reading.Step - told) / reading.Steps);
            (told, speed) = (reading.Step, reading.StepsPerSecond);
        }
    }

    public void Dispose() => Net.Dispose();
}
