using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class HessianVectorProductTests
{
    [Fact]
    public void A_quadratic_gives_its_matrix_back_column_by_column()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor A = torch.tensor(new double[,] { { 3, 1, 0 }, { 1, 2, -1 }, { 0, -1, 5 } });
        using var θ = new ParameterVector([("x", [2]), ("y", [1])], torch.CPU);
        θ.Set([0.3, -0.7, 2]);
        var H = new HessianVectorProduct(θ, _ => All(θ).dot(A.mv(All(θ))) / 2);

        for (int j = 0; j < 3; j++)
        {
            Assert.Equal(A[j].data<double>().ToArray(),
                H.Times(NoRows(), torch.eye(3, dtype: torch.ScalarType.Float64)[j]).data<double>().ToArray());
        }
    }

    [Fact]
    public void Along_a_straight_line_and_for_what_the_loss_does_not_look_at_it_is_zero()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var θ = new ParameterVector([("x", [2]), ("unused", [1])], torch.CPU);
        var H = new HessianVectorProduct(θ, _ => 4 * θ["x"].sum());

        Assert.Equal([0, 0, 0], H.Times(NoRows(), torch.ones(3, torch.ScalarType.Float64)).data<double>().ToArray());
    }

    [Fact]
    public void Of_logistic_regression_it_equals_the_Hessian_derived_by_hand()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Batch drawn = RandomRows.Draw(20, 4, classes: 2, seed: 3);
        var rows = new Batch(drawn.X, drawn.y.to(torch.ScalarType.Float64));
        using var model = new LogisticModel(4, torch.CPU);
        model.Parameters.Set([0.2, -0.4, 0.6, 0.1, -0.3]);
        Tensor v = torch.tensor([1.0, -2, 0.5, 3, -1]);
        var H = new HessianVectorProduct(model.Parameters, batch => LogisticLoss.Value(batch.X, batch.y, model.Weights, model.Bias, 0.1));

        Tensor byHand = new HandDerivedLogistic(model, 0.1).Hessian(rows).mv(v);
        Assert.Equal(0, (H.Times(rows, v) - byHand).abs().max().ToDouble(), 1e-14);
    }

    [Fact]
    public void The_gradient_that_a_source_left_stays()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var source = new DerivationSource(DerivationCatalogue.ByName("layer-norm").Draw(seed: 1));
        source.Differentiate(source.Batch);
        double[] before = source.Parameters.GradientToArray();

        Tensor v = torch.ones_like(source.Parameters.Values);
        Tensor Hv = new HessianVectorProduct(source.Parameters, _ => source.Point.Derivation.Loss(source.Point)).Times(source.Batch, v);

        Assert.Equal(before, source.Parameters.GradientToArray());
        Assert.NotEqual(0, Hv.abs().max().ToDouble());
    }

    private static Tensor All(ParameterVector θ) => torch.cat([θ["x"], θ["y"]]);

    private static Batch NoRows() => new(torch.zeros(1), torch.zeros(1));
}
