using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using Parameter = TorchSharp.Modules.Parameter;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class ScheduleTests
{
    [Fact]
    public void A_staircase_goes_down_every_k_updates() =>
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.5, 0.25], Factors(new StepDecay(3, 0.5), 7));

    [Fact]
    public void An_exponential_loses_the_same_share_each_time() =>
        AssertClose([1, 0.9, 0.81, 0.729], Factors(new ExponentialDecay(0.9), 4));

    [Fact]
    public void A_cosine_is_half_way_down_in_the_middle()
    {
        CosineDecay cosine = new(0.2);
        AssertClose([1, 0.6, 0.2], [cosine.Factor(0, 8), cosine.Factor(4, 8), cosine.Factor(8, 8)]);
    }

    [Fact]
    public void A_warm_up_climbs_to_one_and_hands_over() =>
        AssertClose([0.25, 0.5, 0.75, 1, 1, 0.5, 0.25], Factors(new WarmUp(4, new StepDecay(1, 0.5)), 7));

    [Fact]
    public void A_constant_is_one() => Assert.Equal([1, 1, 1], Factors(new ConstantLearningRate(), 3));

    [Theory]
    [InlineData(10)]
    [InlineData(97)]
    public void One_cycle_is_that_of_TorchSharp(int steps)
    {
        Parameter w = torch.nn.Parameter(torch.zeros(1));
        using torch.optim.Optimizer optimiser = torch.optim.SGD([w], 1);
        torch.optim.lr_scheduler.LRScheduler oracle = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1, steps);
        double[] expected = new double[steps];
        for (int t = 0; t < steps; t++)
        {
            expected[t] = optimiser.ParamGroups.First().LearningRate;
            if (t < steps - 1)
                oracle.step();
        }

        AssertClose(expected, Factors(new OneCycle(), steps));
    }

    [Fact]
    public void Momentum_is_low_where_the_rate_is_high()
    {
        var cycle = new OneCycle();
        AssertClose([0.95, 0.85, 0.95], [cycle.Momentum(0, 100), cycle.Momentum(29, 100), cycle.Momentum(99, 100)]);
    }

    [Fact]
    public void A_schedule_sets_the_rate_of_each_update()
    {
        TrainingHistory history = Train(8, new ScheduledLearningRate(new StepDecay(2, 0.5)), new LearningRateRecorder());
        AssertClose([1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125], history.Curve("learning_rate").Values);
    }

    [Fact]
    public void A_plateau_reduces_the_rate_after_the_patience()
    {
        // Every class alike and a net of zeros: the loss stays at ln 2.
        TrainingHistory history = Train(8, new ReduceOnPlateau(patience: 1, γ: 0.5), new LearningRateRecorder());
        AssertClose([1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125], history.Curve("learning_rate").Values);
    }

    private static TrainingHistory Train(int epochs, params ITrainingObserver[] observers)
    {
        using Perceptron model = new([1, 2], seed: 0, initialisation: Initialisation.Zero, type: torch.ScalarType.Float64);
        using Batches rows = new(torch.tensor([1.0, 1.0], [2, 1]), torch.tensor([0L, 1L]), 2, seed: 0);
        return new Trainer(new TrainingOptions { LearningRate = 1, Epochs = epochs }, new GradientDescent(), observers)
            .Fit(Autograd.For(model, 0), rows);
    }

    private static double[] Factors(ILearningRateSchedule schedule, int steps) =>
        [.. Enumerable.Range(0, steps).Select(t => schedule.Factor(t, steps))];

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        Assert.Equal(expected.Count(), actual.Count());
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
