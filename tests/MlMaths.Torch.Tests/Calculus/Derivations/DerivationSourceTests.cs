using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class DerivationSourceTests
{
    [Fact]
    public void The_three_answers_stand_side_by_side_for_each_input()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var source = new DerivationSource(DerivationCatalogue.ByName("layer-norm").Draw(seed: 9));

        IReadOnlyList<GradientDifference> differences =
            GradientComparison.Compare(source, [("autograd", source.Autograd), ("differences", source.Differences)], source.Batch);

        Assert.Equal(["X", "γ", "β", "X", "γ", "β"], differences.Select(difference => difference.Parameter));
        Assert.All(differences, difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-7));
    }

    [Fact]
    public void Asking_leaves_θ_as_it_was()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var source = new DerivationSource(DerivationCatalogue.ByName("attention").Draw(seed: 9));
        double[] θ = source.Parameters.ToArray();

        source.Differences.Differentiate(source.Batch);
        source.Autograd.Differentiate(source.Batch);

        Assert.Equal(θ, source.Parameters.ToArray());
    }

    [Fact]
    public void All_three_return_the_loss_at_the_point()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = DerivationCatalogue.ByName("gelu").Draw(seed: 2);
        using var source = new DerivationSource(point);
        double L = point.Derivation.Loss(point).ToDouble();

        Assert.Equal(L, source.Loss(source.Batch));
        Assert.Equal(L, source.Differentiate(source.Batch));
        Assert.Equal(L, source.Autograd.Differentiate(source.Batch));
        Assert.Equal(L, source.Differences.Differentiate(source.Batch));
    }

    [Fact]
    public void Its_point_follows_θ_and_the_point_it_was_made_from_does_not()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint drawn = DerivationCatalogue.ByName("l2").Draw(seed: 2);
        double b = drawn["b"].ToDouble();
        using var source = new DerivationSource(drawn);

        source.Parameters.Set([.. Enumerable.Repeat(7.0, source.Parameters.Count)]);

        Assert.Equal(7, source.Point["b"].ToDouble());
        Assert.Equal(b, drawn["b"].ToDouble());
    }

    [Fact]
    public void Steps_down_the_gradient_by_hand_fit_the_line()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var source = new DerivationSource(new DerivationPoint(
            DerivationCatalogue.ByName("linear-mse"), ("X", torch.tensor(new double[,] { { -1 }, { 0 }, { 1 } })),
            ("y", torch.tensor([-1.0, 1.0, 3.0])), ("w", torch.zeros(1, torch.float64)), ("b", torch.tensor(0.0))));

        for (int step = 0; step < 100; step++)
        {
            source.Differentiate(source.Batch);
            source.Parameters.Set([.. source.Parameters.ToArray().Zip(source.Parameters.GradientToArray(), (θ, dθ) => θ - 0.3 * dθ)]);
        }

        Assert.All(source.Parameters.ToArray().Zip([2.0, 1.0]), pair => Assert.Equal(pair.Second, pair.First, 1e-12)); // y = 2x + 1
    }
}
