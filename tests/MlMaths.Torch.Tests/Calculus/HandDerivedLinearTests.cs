using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Tests.LinearAlgebra;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class HandDerivedLinearTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void By_hand_by_autograd_and_by_differences_the_gradient_is_the_same(bool squared)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new LinearModel(3, torch.CPU);
        HandDerivedLinear byHand = squared ? HandDerivedLinear.SquaredError(model) : HandDerivedLinear.AbsoluteError(model);
        Batch batch = Drawn(rows: 20, columns: 3);
        model.Parameters.Set([0.3, -1.2, 0.8, 0.4]);

        double loss = byHand.Differentiate(batch);
        double[] derived = model.Parameters.GradientToArray();
        Assert.Equal(loss, byHand.ByAutograd().Differentiate(batch), 1e-14);
        double[] automatic = model.Parameters.GradientToArray();

        Assert.All(derived.Zip(automatic), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        for (int k = 0; k < 4; k++)
        {
            double slope = (LossAt(k, 1e-6) - LossAt(k, -1e-6)) / 2e-6;
            Assert.Equal(slope, derived[k], 1e-8);
        }

        double LossAt(int k, double step)
        {
            double[] θ = [0.3, -1.2, 0.8, 0.4];
            θ[k] += step;
            model.Parameters.Set(θ);
            return byHand.Loss(batch);
        }
    }

    [Fact]
    public void The_squared_error_of_one_row_by_hand()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new LinearModel(1, torch.CPU);
        model.Parameters.Set([2, 1]); // ŷ = 2·3 + 1 = 7, y = 5

        double loss = HandDerivedLinear.SquaredError(model)
            .Differentiate(new Batch(torch.tensor(new double[,] { { 3 } }), torch.tensor(new double[] { 5 })));

        Assert.Equal(4, loss);
        Assert.Equal([12, 4], model.Parameters.GradientToArray());
    }

    [Fact]
    public void Descent_ends_where_QR_solves()
    {
        double[][] columns = HouseholderQrTests.Drawn(30, 2, seed: 1);
        double[] y = HouseholderQrTests.Drawn(30, 1, seed: 2)[0];
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new LinearModel(2, torch.CPU);
        using var batches = new Batches(
            torch.tensor([.. columns.SelectMany(column => column)], [2, 30], dtype: torch.ScalarType.Float64).t()
                .contiguous(),
            torch.tensor(y), 30, seed: 0);

        var trainer = new Trainer(
            new TrainingOptions { LearningRate = 0.3, Epochs = 2000 }, new GradientDescent(), new GradientNormRecorder(1e-12));
        TrainingHistory history = trainer.Fit(HandDerivedLinear.SquaredError(model), batches);

        double[] θ = model.Parameters.ToArray(), solved = LeastSquares.Fit(columns, y).Weights;
        Assert.Equal(TrainingStatus.Stopped, history.Status);
        Assert.All(solved.Zip([θ[2], θ[0], θ[1]]), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void Steps_that_shrink_with_the_root_of_time() =>
        Assert.Equal([1, 0.5, 0.1], new[] { 0, 3, 99 }.Select(t => new InverseRootDecay().Factor(t, 100)));

    private static Batch Drawn(int rows, int columns) => new(
        torch.tensor(
            [.. HouseholderQrTests.Drawn(rows, columns, seed: 5).SelectMany(column => column)], [columns, rows],
            dtype: torch.ScalarType.Float64)
            .t()
            .contiguous(),
        torch.tensor(HouseholderQrTests.Drawn(rows, 1, seed: 6)[0]));
}
