namespace MlMaths.Torch.Simulations;

/// <summary>What published rules read of a training. Looks are made at the end of each epoch, layers count from the features on.</summary>
public sealed record WatchedRun
{
    /// <summary>Mean loss of each epoch's batches.</summary>
    public IReadOnlyList<double> TrainingLosses { get; init; } = [];

    /// <summary>Loss of the validation rows after each epoch; empty where there are none.</summary>
    public IReadOnlyList<double> ValidationLosses { get; init; } = [];

    /// <summary>Share of training rows that are called rightly after each epoch; empty for a number to predict.</summary>
    public IReadOnlyList<double> TrainingAccuracies { get; init; } = [];

    /// <summary>The same of validation rows.</summary>
    public IReadOnlyList<double> ValidationAccuracies { get; init; } = [];

    /// <summary>Gradients and weights at the last step of each epoch.</summary>
    public IReadOnlyList<WatchedLook> Looks { get; init; } = [];

    /// <summary>Share of a hidden layer's activations on training rows that are at most 0, in the end.</summary>
    public IReadOnlyList<double> NotPositive { get; init; } = [];

    /// <summary>Share of a hidden layer's values before sigmoid or tanh that are 5 or more from 0, in the end; empty for others.</summary>
    public IReadOnlyList<double> Saturated { get; init; } = [];

    /// <summary>Least feature, as the net sees it.</summary>
    public double LeastFeature { get; init; }

    /// <summary>Greatest feature.</summary>
    public double GreatestFeature { get; init; } = 1;

    /// <summary>η as it was asked for.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>Share of silenced units.</summary>
    public double Dropout { get; init; }

    /// <summary>Whether there is a hidden layer without an activation.</summary>
    public bool HasStraightHiddenLayer { get; init; }

    /// <summary>Whether a loss that takes probabilities is given something else.</summary>
    public bool HasNoProbabilities { get; init; }

    /// <summary>Whether it ended in numbers that are not finite.</summary>
    public bool IsDiverged { get; init; }
}

/// <summary>Weights (biases are left out) and their gradients, layer by layer, at one step.</summary>
/// <param name="GradientNorms">‖G‖ of each layer.</param>
/// <param name="GradientMeans">Mean of |G| of each layer.</param>
/// <param name="ZeroGradients">Share of all entries of all gradients that are exactly 0.</param>
/// <param name="WeightNorms">‖W‖ of each layer.</param>
/// <param name="WeightVariances">Variance of each layer's weights.</param>
/// <param name="LearningRate">η of the step.</param>
public sealed record WatchedLook(
    IReadOnlyList<double> GradientNorms, IReadOnlyList<double> GradientMeans, double ZeroGradients,
    IReadOnlyList<double> WeightNorms, IReadOnlyList<double> WeightVariances, double LearningRate)
{
    /// <summary>Whether every gradient and weight is a finite number.</summary>
    public bool IsFinite => GradientNorms.Concat(WeightNorms).All(double.IsFinite);

    /// <summary>√Σ‖G‖².</summary>
    public double GradientNorm => Math.Sqrt(GradientNorms.Sum(norm => norm * norm));
}
