using MlMaths.Torch.Doctor;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>Writes down what published rules read, at the end of each epoch.</summary>
internal sealed class RunWatcher(TrainingSpec spec, SpecData data, SpecTraining training) : ITrainingObserver
{
    private const double Far = 5;
    private const string OfWeights = ".weight";

    private readonly List<double> _losses = [], _validation = [], _accuracies = [], _validationAccuracies = [];
    private readonly List<WatchedLook> _looks = [];

    /// <inheritdoc/>
    public void OnGradients(TrainingState state)
    {
        if (state.StepInEpoch != state.StepsPerEpoch - 1) return;
        double[] gradient = state.Parameters.GradientToArray(), weights = state.Parameters.ToArray();
        (int Offset, int Length)[] layers =
        [
            .. state.Parameters.Slices.Where(slice => slice.Name.EndsWith(OfWeights, StringComparison.Ordinal))
                .Select(slice => (slice.Offset, slice.Length)),
        ];
        _looks.Add(new(
            [.. layers.Select(layer => Norm(gradient.AsSpan(layer.Offset, layer.Length)))],
            [.. layers.Select(layer => gradient.Skip(layer.Offset).Take(layer.Length).Average(Math.Abs))],
            (double)gradient.Count(one => one == 0) / gradient.Length,
            [.. layers.Select(layer => Norm(weights.AsSpan(layer.Offset, layer.Length)))],
            [.. layers.Select(layer => Variance(weights[layer.Offset..(layer.Offset + layer.Length)]))],
            state.LearningRate));
    }

    /// <inheritdoc/>
    public void OnEpoch(TrainingState state)
    {
        _losses.Add(state.EpochLoss ?? double.NaN);
        if (data.Validation is { } rows)
        {
            _validation.Add(state.ValidationLoss ?? double.NaN);
            if (data.Classes is not null) _validationAccuracies.Add(Accuracy(rows.X, data.ValidationLabels));
        }

        if (data.Classes is not null) _accuracies.Add(Accuracy(data.Training.X, data.TrainingLabels));
    }

    /// <summary>All of it, once the training has ended.</summary>
    /// <param name="history">How it ended.</param>
    public WatchedRun Read(TrainingHistory history)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            double[][] hidden = spec.Net.Hidden.Count == 0
                ? []
                : [.. training.Net.Perceptron.HiddenActivations(data.Training.X).Select(TensorNumbers.Of)];
            return new()
            {
                TrainingLosses = _losses,
                ValidationLosses = _validation,
                TrainingAccuracies = _accuracies,
                ValidationAccuracies = _validationAccuracies,
                Looks = _looks,
                NotPositive = [.. hidden.Select(layer => Share(layer, one => one <= 0))],
                Saturated = FarFrom(spec.Net.Activation) is { } isFar ? [.. hidden.Select(layer => Share(layer, isFar))] : [],
                LeastFeature = data.Training.X.min().ToDouble(),
                GreatestFeature = data.Training.X.max().ToDouble(),
                LearningRate = spec.LearningRate,
                Dropout = spec.Net.Dropout,
                HasStraightHiddenLayer = spec.Net is { Hidden.Count: > 0, Activation: HiddenActivation.None },
                HasNoProbabilities = training.Loss.Kind is LossKind.CrossEntropy or LossKind.Binary
                    && training.Loss.AppliedTo == AppliedTo.Probabilities
                    && spec.Net.Output is not (OutputActivation.Softmax or OutputActivation.Sigmoid),
                IsDiverged = history.Status == TrainingStatus.Diverged,
            };
        }
    }

    private double Accuracy(Tensor X, double[] labels)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return Answers.Accuracy(training.Net.Forward(X, training: false), training.Loss, labels, data.Classes!.Count);
    }

    // Of the value after the activation, which grows with the one before it.
    private static Func<double, bool>? FarFrom(HiddenActivation activation)
    {
        double far = 1 / (1 + Math.Exp(-Far));
        return activation switch
        {
            HiddenActivation.Sigmoid => one => one >= far || one <= 1 - far,
            HiddenActivation.Tanh => one => Math.Abs(one) >= Math.Tanh(Far),
            _ => null,
        };
    }

    private static double Share(double[] values, Func<double, bool> holds) => (double)values.Count(holds) / values.Length;

    private static double Norm(ReadOnlySpan<double> values)
    {
        double squares = 0;
        foreach (double one in values)
            squares += one * one;
        return Math.Sqrt(squares);
    }

    private static double Variance(double[] values) => values.All(double.IsFinite) ? Moments.Of(values).PopulationVariance : double.NaN;
}
