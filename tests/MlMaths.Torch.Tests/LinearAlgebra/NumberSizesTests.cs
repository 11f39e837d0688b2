using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

/// <summary>
/// Numbers whose squares a computer cannot hold: the right answer, or one sentence that names the column.
/// </summary>
public sealed class NumberSizesTests
{
    private static readonly double[][] Columns = [[1, 2, 3, 4, 5, 7], [2, -1, 4, 0, 3, 1]];
    private static readonly double[] Target = [3.1, 2.2, 6.3, 4.1, 7.4, 8.2];

    [Theory]
    [InlineData(1e160, 1)]
    [InlineData(1e-160, 1)]
    [InlineData(1, 1e160)]
    [InlineData(1, 1e-160)]
    [InlineData(1e160, 1e160)]
    [InlineData(1e200, 1e-60)]
    public void Least_squares_does_not_depend_on_the_units(double unit, double targetUnit)
    {
        LeastSquares plain = LeastSquares.Fit(Columns, Target);
        LeastSquares far = LeastSquares.Fit([[.. Columns[0].Select(x => x * unit)], Columns[1]],
            [.. Target.Select(y => y * targetUnit)]);
        double[] units = [targetUnit, targetUnit / unit, targetUnit];
        for (int k = 0; k < 3; k++)
        {
            Assert.Equal(plain.Weights[k], far.Weights[k] / units[k], 1e-10);
            Assert.Equal(plain.StandardError(k), far.StandardError(k) / units[k], 1e-10);
            Assert.Equal(plain.PValue(k)!.Value, far.PValue(k)!.Value, 1e-10);
        }

        Assert.Equal(CurvatureTest.Of(plain)!.T, CurvatureTest.Of(far)!.T, 1e-8);
        Assert.Equal(FitInfluence.Of(plain).CookDistances[2]!.Value, FitInfluence.Of(far).CookDistances[2]!.Value,
            1e-10);
    }

    [Fact]
    public void A_column_and_its_double_are_refused_by_name()
    {
        double[] x = [0.1, 0.7, 0.3, 0.9, 0.2, 0.6], more = [1, 5, 2, 2, 8, 1];
        Assert.Equal("Column 2 is a combination of column 0: its weight is not unique; leave it out.",
            Assert.Throws<UserMistakeException>(() => LeastSquares.Fit([x, more, [.. x.Select(one => 2 * one)]],
                Target)).Message);
        Assert.Equal("Column 2 is a combination of columns 0, 1: its weight is not unique; leave it out.",
            Assert.Throws<UserMistakeException>(() => LeastSquares.Fit([x, more, [.. x.Zip(more, (a,
                b) => a / 3 - b)]], Target)).Message);
        Assert.Equal("Column 0 is constant, and repeats the intercept: its weight is not unique; leave "
            + "it out.",
            Assert.Throws<UserMistakeException>(() => LeastSquares.Fit([[0.1, 0.1, 0.1, 0.1, 0.1, 0.1], x],
                Target)).Message);
        Assert.Throws<ArgumentException>(() => HouseholderQr.Factor([x, [.. x.Select(one => 3 * one)]]));
    }

    [Fact]
    public void A_large_offset_is_no_combination()
    {
        double[] years = [.. Enumerable.Range(0, 6).Select(i => 1.7e9 + 86400.0 * i * i)];
        double[] y = [.. years.Select(t => 2 * (t - 1.7e9) + 3)];
        Assert.Equal(2, LeastSquares.Fit([years], y).Weights[1], 1e-6);
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(1e-320)]
    public void Sizes_beyond_those_that_can_be_divided_by_are_said(double size)
    {
        string said = Assert.Throws<UserMistakeException>(() => LeastSquares.Fit([Columns[1], [size, -size, 0, size,
            size, -size]], Target)).Message;
        Assert.StartsWith("Column 1 has sizes of", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_without_residuals_has_no_p_value_from_rounding()
    {
        double[] x = [0.1, 0.2, 0.3, 0.4, 0.7];
        LeastSquares fit = LeastSquares.Fit([x], [.. x.Select(one => 3 * one + 0.7)]);
        Assert.Null(fit.PValue(1));
        Assert.Equal("the fit leaves no residuals", fit.Interval(1).WhyUndefined);
    }

    [Theory]
    [InlineData(1e160)]
    [InlineData(1e200)]
    [InlineData(1e-160)]
    [InlineData(1e-320)]
    [InlineData(double.MaxValue)]
    public void Clusters_and_components_name_the_column(double size)
    {
        using Tensor X = Table(size);
        Action[] acts = [() => KMeans.Fit(X, 2, seed: 1), () => PrincipalComponents.Fit(X), () => KMeans.From(X, [0, 3])];
        foreach (Action act in acts)
        {
            string said = Assert.Throws<UserMistakeException>(act).Message;
            Assert.StartsWith("The values of column 1 ", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1e90)]
    [InlineData(1e-90)]
    public void Within_the_range_they_do_not_depend_on_the_units(double size)
    {
        using Tensor plain = Table(1), far = Table(size);
        Assert.Equal(KMeans.Fit(plain, 2, seed: 1).Labels, KMeans.Fit(far, 2, seed: 1).Labels);
        Assert.Equal(PrincipalComponents.Fit(plain).Ratio[0], PrincipalComponents.Fit(far).Ratio[0], 1e-12);
    }

    [Theory]
    [InlineData(1e160)]
    [InlineData(1e-160)]
    [InlineData(1e308)]
    public void A_cosine_has_no_unit(double size)
    {
        double[] x = [0.3, 0.4, -0.1], y = [0.5, -0.2, 0.7];
        double? plain = CosineSimilarity.Between(x, y),
            far = CosineSimilarity.Between([.. x.Select(one => one * size)], y);
        Assert.Equal(plain!.Value, far!.Value, 1e-12);
        using Tensor rows = torch.tensor([.. x.Select(one => one * size)], [1, 3]), others = torch.tensor(y, [1, 3]);
        using Tensor table = CosineSimilarity.Of(rows, others);
        Assert.Equal(plain.Value, table.ToDouble(), 1e-12);
    }

    // Two groups that column 1 tells apart; at a small size column 0 is smaller still.
    private static Tensor Table(double size) => torch.tensor(
        [0, 1 * size, 0, 0.9 * size, 0, 0.8 * size, 0, -0.9 * size, 0, -1 * size, 0, -0.8 * size], [6, 2]);
}
