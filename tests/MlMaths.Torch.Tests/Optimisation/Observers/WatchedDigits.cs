using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>The first digits, and a small net that is trained on them while observers watch.</summary>
internal sealed class WatchedDigits : IDisposable
{
    private readonly Digits _digits = new(200);

    public Digits Digits => _digits;

    public void Dispose() => _digits.Dispose();

    public static Perceptron Net(int seed) => new([64, 32, 10], seed, type: torch.ScalarType.Float64);

    public TrainingHistory Train(Perceptron model, int epochs, ValidationPass? validation, params ITrainingObserver[] observers)
    {
        using Batches rows = _digits.InBatches(50, seed: 3);
        return new Trainer(new TrainingOptions { LearningRate = 0.5, Epochs = epochs }, new GradientDescent(), observers)
            .Fit(Autograd.For(model, 0), rows, validation);
    }
}
