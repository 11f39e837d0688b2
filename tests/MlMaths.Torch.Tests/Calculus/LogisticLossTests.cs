using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class LogisticLossTests
{
    [Fact]
    public void At_zero_weights_every_row_costs_ln_2()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = torch.tensor(new double[,] { { 1, 2 }, { 3, 4 } }), y = torch.tensor([0.0, 1.0]);

        double L = LogisticLoss.Value(X, y, torch.zeros(2, torch.float64), torch.zeros([], torch.float64), 0).ToDouble();

        Assert.Equal(Math.Log(2), L, 1e-15);
    }

    [Theory]
    [InlineData(0.0, 1.0, 0.693147180559945)] // ln 2
    [InlineData(2.0, 1.0, 0.126928011042973)] // ln(1 + e^−2)
    [InlineData(2.0, 0.0, 2.126928011042973)] // 2 + ln(1 + e^−2)
    [InlineData(800.0, 0.0, 800.0)]           // e^800 overflows; the loss does not
    [InlineData(-800.0, 1.0, 800.0)]
    [InlineData(25.0, 1.0, 1.38879438648e-11)] // e^−25: what a softplus that goes linear at 20 would lose
    public void One_row_costs_the_surprise_at_its_label(double z, double y, double expected)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double l = LogisticLoss.PerRow(torch.tensor([z]), torch.tensor([y])).ToDouble();
        Assert.Equal(expected, l, 1e-12 * Math.Max(1, expected));
    }

    [Fact]
    public void The_three_answers_agree_on_real_data_at_a_random_place()
    {
        using var data = new BreastCancer();
        using LogisticModel model = BreastCancer.NewModel();
        model.Parameters.Set(RandomPlace(31, seed: 5));

        IReadOnlyList<GradientDifference> differences = ThreeAnswers(model, data.Whole, λ: 0.01);

        Assert.All(differences.Where(difference => difference.Answer == "autograd"),
            difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-14));
        Assert.All(differences.Where(difference => difference.Answer == "differences"),
            difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-8));
    }

    [Fact]
    public void The_three_answers_agree_at_zero_where_training_starts()
    {
        using var data = new BreastCancer();
        using LogisticModel model = BreastCancer.NewModel();
        Assert.All(ThreeAnswers(model, data.Whole, λ: 0), difference => Assert.InRange(difference.LargestAbsolute, 0, 1e-9));
    }

    [Fact]
    public void A_wrong_sign_is_seen_in_every_coordinate()
    {
        using var data = new BreastCancer();
        using LogisticModel model = BreastCancer.NewModel();
        var wrong = new Autograd(model.Parameters, batch => -LogisticLoss.Value(batch.X, batch.y, model.Weights, model.Bias, 0));

        IReadOnlyList<GradientDifference> differences =
            GradientComparison.Compare(new HandDerivedLogistic(model, 0), [("wrong", wrong)], data.Whole);

        Assert.All(differences, difference => Assert.Equal(2, difference.LargestRelative, 1e-9));
    }

    [Fact]
    public void The_check_leaves_the_parameters_as_they_were()
    {
        using var data = new BreastCancer();
        using LogisticModel model = BreastCancer.NewModel();
        double[] θ = RandomPlace(31, seed: 6);
        model.Parameters.Set(θ);

        ThreeAnswers(model, data.Whole, 0.1);

        Assert.Equal(θ, model.Parameters.ToArray());
    }

    [Fact]
    public void The_Hessian_is_the_slope_of_the_gradient()
    {
        using var data = new BreastCancer();
        using LogisticModel model = BreastCancer.NewModel();
        double[] θ = RandomPlace(31, seed: 7);
        model.Parameters.Set(θ);
        var source = new HandDerivedLogistic(model, 0.01);
        using Tensor H = source.Hessian(data.Whole);

        for (int j = 0; j < 31; j += 6)
        {
            double[] above = GradientAt(source, data.Whole, θ, j, 1e-5), below = GradientAt(source, data.Whole, θ, j, -1e-5);
            for (int k = 0; k < 31; k++)
                Assert.Equal((above[k] - below[k]) / 2e-5, H[j, k].ToDouble(), 1e-8);
        }
    }

    [Fact]
    public void The_bias_is_not_penalised()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = torch.tensor(new double[,] { { 1 }, { 2 } }), y = torch.tensor([0.0, 1.0]);
        Tensor w = torch.tensor([0.0]), b = torch.tensor(3.0);

        Assert.Equal(
            LogisticLoss.Value(X, y, w, b, 0).ToDouble(),
            LogisticLoss.Value(X, y, w, b, 1000).ToDouble());
    }

    private static IReadOnlyList<GradientDifference> ThreeAnswers(LogisticModel model, Batch batch, double λ)
    {
        var hand = new HandDerivedLogistic(model, λ);
        return GradientComparison.Compare(
            hand, [("autograd", Autograd.For(model, λ)), ("differences", new FiniteDifferences(hand))], batch);
    }

    private static double[] GradientAt(HandDerivedLogistic source, Batch batch, double[] θ, int j, double by)
    {
        double[] moved = [.. θ];
        moved[j] += by;
        source.Parameters.Set(moved);
        source.Differentiate(batch);
        return source.Parameters.GradientToArray();
    }

    private static double[] RandomPlace(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
    }
}
