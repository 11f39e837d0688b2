using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>Losses that are no number, negative or level, and rates that are not above 0.</summary>
public sealed class EdgeOfTrainingTests
{
    [Fact]
    public void A_loss_that_is_no_number_is_never_the_best()
    {
        var stopping = new EarlyStopping(patience: 5);
        double[] found = Fitted([double.NaN, 3, 2, double.PositiveInfinity, double.NegativeInfinity, 4], stopping);
        Assert.Equal(2, stopping.BestLoss);
        Assert.Equal(3, stopping.BestEpoch);
        Assert.All(found, one => Assert.True(double.IsFinite(one)));
    }

    [Fact]
    public void Where_no_loss_is_a_number_there_is_no_best()
    {
        var stopping = new EarlyStopping(patience: 1);
        Fitted([double.NaN, double.NaN, double.NaN], stopping);
        Assert.Null(stopping.BestLoss);
        Assert.True(stopping.WantsToStop);
    }

    [Fact]
    public void A_negative_loss_that_stands_still_is_a_plateau()
    {
        TrainingHistory history = Train([-1, -1, -1, -1], new ReduceOnPlateau(patience: 0, γ: 0.5), new LearningRateRecorder());
        Assert.Equal([1, 1, 0.5, 0.25], history.Curve("learning_rate").Values);
    }

    [Fact]
    public void A_negative_loss_that_falls_is_progress()
    {
        TrainingHistory history = Train([-1, -1.1, -1.2, -1.3], new ReduceOnPlateau(patience: 0, γ: 0.5),
            new LearningRateRecorder());
        Assert.Equal([1, 1, 1, 1], history.Curve("learning_rate").Values);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_gradient_is_not_clipped_to_a_length_that_is_none(double longest) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GradientClipping(longest));

    [Fact]
    public void Every_schedule_is_a_number_from_0_to_1_at_every_step_of_every_length()
    {
        ILearningRateSchedule[] schedules =
        [
            new ConstantLearningRate(), new CosineDecay(), new ExponentialDecay(0.9), new InverseRootDecay(), new OneCycle(),
                new OneCycle(0.1), new OneCycle(1), new OneCycle(0),
            new StepDecay(3), new WarmUp(0, new CosineDecay()), new WarmUp(2, new OneCycle(0.1)),
        ];
        foreach (ILearningRateSchedule schedule in schedules)
        {
            for (int steps = 1; steps <= 24; steps++)
            {
                for (int t = 0; t < steps; t++)
                    Assert.InRange(schedule.Factor(t, steps), 0, 1);
            }
        }

        Assert.Equal(1, new OneCycle(0.1).Factor(0, 10));
        Assert.Equal(0.85, new OneCycle(0.1).Momentum(0, 10), 1e-15);
    }

    [Fact]
    public void Columns_too_large_to_be_squared_end_Newton_with_a_sentence()
    {
        using LogisticModel model = new(1, torch.CPU);
        using Tensor X = torch.tensor([1e155, -1e155, 2e155, -3e155], [4, 1]), y = torch.tensor([1.0, 0, 0, 1]);
        Assert.Contains("standardise the columns", Assert.Throws<UserMistakeException>(
            () => LogisticFit.ByNewton(model, new Batch(X, y), 0)).Message, StringComparison.Ordinal);
    }

    private static TrainingHistory Train(double[] losses, params ITrainingObserver[] observers)
    {
        using Perceptron model = new([1, 2], seed: 0, type: torch.ScalarType.Float64);
        using Batches rows = Rows(), validation = Rows();
        var source = new ToldLosses(Autograd.For(model, 0), losses);
        return new Trainer(new TrainingOptions { LearningRate = 1, Epochs = losses.Length }, new GradientDescent(),
            observers)
            .Fit(source, rows, new ValidationPass(validation.Whole, source.Loss));
    }

    private static double[] Fitted(double[] losses, EarlyStopping stopping)
    {
        using Perceptron model = new([1, 2], seed: 0, type: torch.ScalarType.Float64);
        using Batches rows = Rows(), validation = Rows();
        var source = new ToldLosses(Autograd.For(model, 0), losses);
        new Trainer(new TrainingOptions { LearningRate = 0.1, Epochs = losses.Length }, new GradientDescent(), stopping)
            .Fit(source, rows, new ValidationPass(validation.Whole, source.Loss));
        return model.Parameters.ToArray();
    }

    private static Batches Rows() => new(torch.tensor([1.0, 2.0], [2, 1]), torch.tensor([0L, 1L]), 2, seed: 0);
}
