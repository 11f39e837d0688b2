using MlMaths.Torch.Calculus;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

public sealed class DescentPathTests
{
    private static readonly Quadratic Bowl = new("bowl", new double[,] { { 3, 1 }, { 1, 2 } }, 0.5, -1);

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(1.04)]
    public void By_hand_and_by_autograd_it_is_the_closed_form_at_every_step(double shareOfLimit)
    {
        double rate = shareOfLimit * StableLearningRate.Of(Bowl.Curvatures[^1])!.Value;
        double[] start = [3, 2];
        DescentPath byHand = DescentPath.On(Bowl, start, new GradientDescent(), rate, steps: 40);
        DescentPath byAutograd = DescentPath.On(Bowl, start, new GradientDescent(), rate, steps: 40, byAutograd: true);
        double[][] closed = [.. Enumerable.Range(0, 41).Select(k => Bowl.AfterSteps(start, rate, k))];

        Assert.Equal(41, byHand.Points.Count);
        Assert.InRange(byHand.LargestDifference(closed), 0, 1e-12);
        Assert.InRange(byAutograd.LargestDifference(closed), 0, 1e-12);
        Assert.InRange(byAutograd.LargestDifference(byHand), 0, 1e-12);
    }

    [Fact]
    public void The_closed_form_is_the_matrix_power()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor factor = torch.eye(2, dtype: torch.ScalarType.Float64) - 0.4 * torch.tensor(new double[,] { { 3, 1 }, { 1, 2 } });
        Tensor θ = torch.tensor([0.5, -1.0]) + factor.matrix_power(7).mv(torch.tensor([2.5, 3.0]));
        double[] closed = Bowl.AfterSteps([3, 2], 0.4, 7);
        Assert.Equal(θ[0].ToDouble(), closed[0], 1e-12);
        Assert.Equal(θ[1].ToDouble(), closed[1], 1e-12);
    }

    [Fact]
    public void Between_the_best_rate_and_the_limit_it_changes_sides_at_every_step()
    {
        var parabola = new Quadratic("parabola", new double[,] { { 1 } }, 0);
        Assert.Equal(0, Sides(0.9));
        Assert.Equal(0, Sides(1)); // one step, exactly there
        Assert.Equal(12, Sides(1.5));
        Assert.Equal(12, Sides(2.1));

        int Sides(double rate) => DescentPath.On(parabola, [2], new GradientDescent(), rate, steps: 12).ChangesOfSide([0], along: [1]);
    }

    [Fact]
    public void Within_a_distance_means_to_stay_there()
    {
        var path = new DescentPath(0.1, [[3.0], [0.01], [-2], [0.1], [-0.1], [0.05]], []);
        Assert.Equal(3, path.StepsUntilWithin(0.1, of: [0]));
        Assert.Equal(0, path.StepsUntilWithin(5, of: [0]));
        Assert.Null(path.StepsUntilWithin(0.01, of: [0]));
    }

    [Fact]
    public void Paths_that_are_not_equally_long_differ_without_bound() =>
        Assert.Equal(double.PositiveInfinity, new DescentPath(1, [[0.0]], []).LargestDifference([[0.0], [1.0]]));

    [Fact]
    public void A_path_that_diverges_ends_before_the_first_loss_that_is_no_number()
    {
        DescentPath path = DescentPath.On(Bowl, [3, 2], new GradientDescent(), 1e60, steps: 40);
        Assert.InRange(path.Points.Count, 2, 10);
        Assert.True(double.IsFinite(path.Losses[0]));
    }

    [Fact]
    public void On_the_ridge_between_two_valleys_descent_stays_and_beside_it_finds_a_valley()
    {
        var valleys = new TwoValleys();
        DescentPath ridge = DescentPath.On(valleys, [0, 0.8], new GradientDescent(), 0.1, steps: 300);
        DescentPath beside = DescentPath.On(valleys, [-1e-3, 0.8], new GradientDescent(), 0.1, steps: 300, byAutograd: true);

        Assert.Equal(0, ridge.StepsUntilWithin(1, of: [0, 0]));
        Assert.Equal(0, ridge.Points[^1][0]);
        Assert.InRange(beside.StepsUntilWithin(1e-6, of: [-1, 0]) ?? int.MaxValue, 50, 300);
    }

    [Fact]
    public void The_example_of_the_documentation_says_what_comes_out()
    {
        var bowl = new Quadratic("a long bowl", new double[,] { { 1, 0 }, { 0, 20 } }, 0, 0);
        double[] start = [-4, 1];
        double limit = StableLearningRate.Of(bowl.Curvatures[^1])!.Value;
        DescentPath plain = DescentPath.On(bowl, start, new GradientDescent(), 0.9 * limit, steps: 100);
        using var rule = new Momentum(β: 0.5);
        DescentPath heavy = DescentPath.On(bowl, start, rule, 0.9 * limit, steps: 100);
        DescentPath same = DescentPath.On(bowl, start, new GradientDescent(), 0.9 * limit, steps: 100, byAutograd: true);
        using var source = new SurfaceSource(bowl, start);

        Assert.Equal(0.1, limit, 1e-15);
        Assert.Equal(88, plain.StepsUntilWithin(1e-3, of: bowl.Minimum));
        Assert.Equal(27, heavy.StepsUntilWithin(1e-3, of: bowl.Minimum));
        Assert.InRange(same.LargestDifference(plain), 0, 1e-12);
        Assert.Equal(20, LargestCurvature.Search(source.Hessian, source.Rows.Whole).Value, 1e-6);
    }
}
