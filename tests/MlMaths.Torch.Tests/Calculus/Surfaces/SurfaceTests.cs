using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class SurfaceTests
{
    private static readonly ISurface[] Surfaces =
    [
        new Quadratic("a parabola", new double[,] { { 3 } }, 0.5), new Quadratic("a saddle", new double[,] { { 1, 2 }, { 2, -1 } }, 0, 1),
        DrawnQuadratic.Draw(seed: 4), new TwoValleys(), new TwoValleys(c: 9.5),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void By_hand_by_autograd_and_by_differences_are_one_answer(int which)
    {
        ISurface surface = Surfaces[which];
        using DisposeScope scope = torch.NewDisposeScope();
        using var source = new SurfaceSource(surface, [.. surface.Minimum.Select((place, i) => place + 0.3 - 0.7 * i)]);

        GradientDifference[] differences =
            [.. GradientComparison.Compare(
                source, [("autograd", source.Autograd), ("differences", new FiniteDifferences(source))],
                source.Rows.Whole)];

        Assert.InRange(differences[0].LargestAbsolute, 0, 1e-12);
        Assert.InRange(differences[1].LargestRelative, 0, 1e-7);
        Assert.Equal(source.Autograd.Loss(source.Rows.Whole), source.Loss(source.Rows.Whole), 1e-12);
    }

    [Fact]
    public void A_quadratic_knows_its_curvatures_and_its_sharpest_direction()
    {
        var bowl = new Quadratic("bowl", new double[,] { { 2, 1 }, { 1, 2 } }, 0, 0);
        Assert.Equal(1, bowl.Curvatures[0], 1e-14);
        Assert.Equal(3, bowl.Curvatures[1], 1e-14);
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(bowl.SharpestDirection[0]), 1e-14);
        Assert.Equal(bowl.SharpestDirection[0], bowl.SharpestDirection[1], 1e-14);
    }

    [Fact]
    public void A_formula_stands_beside_what_its_letters_are()
    {
        Assert.Equal(
            [("L(θ)  = ½ a(θ − θ*)²\nL'(θ) = a(θ − θ*)", "a = 3, θ* = 0.5"),
                ("L(θ)  = ½ (θ − θ*)ᵀA(θ − θ*)\n∇L(θ) = A(θ − θ*)", "A = [1, 2; 2, −1], θ* = [0, 1]")],
            Surfaces.Take(2).Select(surface => (surface.Formula.Plain, surface.Constants)));
        Assert.Equal("c = 9.5", Surfaces[4].Constants);
    }

    [Fact]
    public void A_matrix_that_is_not_symmetric_or_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Quadratic("twisted", new double[,] { { 1, 2 }, { 3, 1 } }, 0, 0));
        Assert.Throws<ArgumentException>(() => new Quadratic("short", new double[,] { { 1, 2 }, { 2, 1 } }, 0));
    }

    [Fact]
    public void Drawn_bowls_have_the_curvatures_that_were_asked_for_and_repeat_with_their_seed()
    {
        Quadratic[] bowls = [.. Enumerable.Range(0, 30).Select(DrawnQuadratic.Draw)];
        Assert.All(bowls, bowl => Assert.InRange(bowl.Dimensions, 2, 12));
        Assert.All(bowls.SelectMany(bowl => bowl.Curvatures), curvature => Assert.InRange(curvature, 0.0099, 100.01));
        Assert.Equal(bowls[7].Curvatures, DrawnQuadratic.Draw(7).Curvatures);
        Assert.NotEqual(bowls[7].Minimum, bowls[8].Minimum);
    }

    [Fact]
    public void Between_two_valleys_the_slope_is_zero_and_the_ground_is_higher()
    {
        var valleys = new TwoValleys();
        Assert.Equal([0, 0], valleys.Gradient([0, 0]));
        Assert.Equal([0, 0], valleys.Gradient([-1, 0]));
        Assert.Equal(0.25, valleys.Value([0, 0]));
        Assert.Equal(0, valleys.Value(valleys.Minimum));
    }
}
