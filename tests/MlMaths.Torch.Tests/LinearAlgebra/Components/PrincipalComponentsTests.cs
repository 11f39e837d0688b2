using System.Text.Json;
using FsCheck.Xunit;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class PrincipalComponentsTests
{
    public static TheoryData<string, PcaMethod> References =>
    [
        .. from table in new[] { "wine.csv standardised", "digits.csv raw", "wine.csv raw" }
           from method in new[] { PcaMethod.Auto, PcaMethod.Svd, PcaMethod.Covariance }
           select (table, method),
    ];

    [Theory]
    [MemberData(nameof(References))]
    public void Components_variances_and_means_are_the_reference_ones(string table, PcaMethod method)
    {
        JsonElement golden = GoldenFile.Read("pca.json").EnumerateArray().Single(one => one.GetProperty("data").GetString() == table);
        JsonElement[] axes = [.. golden.GetProperty("components").EnumerateArray()];
        using Tensor X = Table(table);

        var fit = PrincipalComponents.Fit(X, axes.Length, method);

        Near(golden.GetProperty("mean").Doubles(), fit.Means);
        Near(golden.GetProperty("explained_variance").Doubles(), fit.ExplainedVariance);
        Near(golden.GetProperty("explained_variance_ratio").Doubles(), fit.Ratio);
        Near(golden.GetProperty("singular_values").Doubles(), fit.SingularValues);
        for (int k = 0; k < axes.Length; k++)
        {
            double[] axis = axes[k].Doubles(); // of either sign
            double sign = Math.Sign(axis.Zip(fit.Components[k], (a, b) => a * b).Sum());
            Near([.. axis.Select(loading => sign * loading)], fit.Components[k]);
        }
    }

    [Fact]
    public void Two_columns_that_rise_together_have_the_diagonal_as_axis()
    {
        using Tensor X = torch.tensor(new double[,] { { 1, 11 }, { 2, 12 }, { 3, 13 } });

        var fit = PrincipalComponents.Fit(X);

        Assert.Equal([2, 12], fit.Means);
        Near([Math.Sqrt(0.5), Math.Sqrt(0.5)], fit.Components[0]);
        Near([2, 0], fit.ExplainedVariance);
        Near([1, 0], fit.Ratio);
        Assert.Equal(1, fit.Rank);
    }

    [Theory]
    [InlineData(PcaMethod.Svd)]
    [InlineData(PcaMethod.Covariance)]
    public void The_first_axis_is_the_one_that_power_iteration_finds(PcaMethod method)
    {
        double[] rows = Drawn(40 * 3, seed: 5);
        for (int i = 0; i < 40; i++) rows[i * 3 + 1] += 2 * rows[i * 3];
        using Tensor X = torch.tensor(rows, 40, 3);

        (double λ, double[] axis) = PowerIteration(rows, 3);
        var fit = PrincipalComponents.Fit(X, method: method);

        Assert.Equal(λ, fit.ExplainedVariance[0], 1e-10);
        Near(axis, fit.Components[0]);
    }

    [Fact]
    public void The_largest_loading_of_each_component_is_positive()
    {
        foreach (IReadOnlyList<double> axis in PrincipalComponents.Fit(Table("wine.csv standardised")).Components)
            Assert.True(axis.MaxBy(Math.Abs) > 0);
    }

    [Fact]
    public void Singular_values_see_a_variance_that_the_covariance_loses()
    {
        // Three columns of deviations 1, 1e-6 and 1e-10: the last variance is 1e-20 of the first.
        double[] rows = Drawn(200 * 3, seed: 8);
        for (int i = 0; i < rows.Length; i++) rows[i] *= (i % 3) switch { 0 => 1, 1 => 1e-6, _ => 1e-10 };
        using Tensor X = torch.tensor(rows, 200, 3);

        PrincipalComponents accurate = PrincipalComponents.Fit(X, method: PcaMethod.Svd),
            fast = PrincipalComponents.Fit(X, method: PcaMethod.Covariance);

        Assert.InRange(accurate.ExplainedVariance[2], 0.7e-20, 1.3e-20);
        Assert.Equal(3, accurate.Rank);
        Assert.Equal(2, fast.Rank);
        Assert.Equal(accurate.ExplainedVariance[1], fast.ExplainedVariance[1], 1e-16);
    }

    [Fact]
    public void A_large_mean_costs_no_digits()
    {
        double[] rows = Drawn(100 * 4, seed: 2);
        using Tensor X = torch.tensor(rows, 100, 4), far = X + 1e6;

        foreach (PcaMethod method in new[] { PcaMethod.Svd, PcaMethod.Covariance })
            Near(PrincipalComponents.Fit(X).ExplainedVariance, PrincipalComponents.Fit(far, method: method).ExplainedVariance);
    }

    [Fact]
    public void A_long_table_is_taken_in_blocks_and_stripes()
    {
        // 30,001 rows × 150 columns: two blocks of rows and two stripes of columns, the last of each a part.
        using Tensor X = torch.randn(30_001, 150, torch.ScalarType.Float64, generator: new torch.Generator(3)).add_(2);
        X.select(1, 149).add_(X.select(1, 0));
        using Tensor expected = X.t().cov();

        (Tensor m, Tensor C) = SymmetricCovariance.Of(X);

        using (m)
        using (C)
        {
            Assert.True(torch.allclose(expected, C, 1e-12, 1e-12));
            Assert.True(torch.allclose(X.mean([0]), m, 1e-13, 1e-13));
        }
    }

    [Property(MaxTest = 50)]
    public void Components_are_orthonormal_and_their_variances_add_up(byte n, byte d, int seed)
    {
        (int rows, int columns) = (n % 30 + 2, d % 8 + 1);
        double[] values = Drawn(rows * columns, seed);
        using Tensor X = torch.tensor(values, rows, columns);
        double whole = Enumerable.Range(0, columns).Sum(j => Variance([.. values.Where((_, i) => i % columns == j)]));

        foreach (PcaMethod method in new[] { PcaMethod.Svd, PcaMethod.Covariance })
        {
            var fit = PrincipalComponents.Fit(X, method: method);
            Assert.Equal(whole, fit.ExplainedVariance.Sum(), whole * 1e-12);
            Assert.Equal(1, fit.Ratio.Sum(), 1e-12);
            for (int a = 0; a < fit.Components.Count; a++)
            {
                for (int b = 0; b <= a; b++)
                    Assert.Equal(a == b ? 1 : 0, fit.Components[a].Zip(fit.Components[b], (x, y) => x * y).Sum(), 1e-12);
            }
        }
    }

    [Fact]
    public void More_columns_than_rows_have_one_component_less_than_rows()
    {
        using Tensor X = torch.tensor(Drawn(4 * 9, seed: 1), 4, 9);
        var fit = PrincipalComponents.Fit(X);
        Assert.Equal((3, 3, PcaMethod.Svd), (fit.Components.Count, fit.Rank, fit.Method));
    }

    [Fact]
    public void Long_tables_go_by_covariance_and_small_or_wide_ones_by_singular_values() =>
        Assert.Equal(
            [PcaMethod.Svd, PcaMethod.Svd, PcaMethod.Covariance, PcaMethod.Svd],
            new[] { (178, 13), (1797, 64), (20_000, 784), (50, 5000) }.Select(shape => Spectrum.MethodFor(shape.Item1, shape.Item2)));

    [Fact]
    public void What_has_no_components_is_said_in_a_sentence()
    {
        using Tensor alike = torch.ones(5, 3, torch.ScalarType.Float64), one = torch.ones(1, 3),
            holed = torch.tensor(new[,] { { 1, double.NaN }, { 2, 3 }, { 0, 1 } });

        Assert.StartsWith("All rows are alike", Assert.Throws<UserMistakeException>(() => PrincipalComponents.Fit(alike)).Message);
        Assert.Contains("At least two rows", Assert.Throws<UserMistakeException>(() => PrincipalComponents.Fit(one)).Message);
        Assert.Contains("not a finite number", Assert.Throws<UserMistakeException>(() => PrincipalComponents.Fit(holed)).Message);
        Assert.Contains("4 components were asked for",
            Assert.Throws<UserMistakeException>(() => PrincipalComponents.Fit(alike, 4)).Message);
    }

    [Fact]
    public void Fitting_and_projecting_leave_no_tensor_behind()
    {
        using Tensor X = Table("wine.csv standardised");
        long before = LiveTensors.Count;
        foreach (PcaMethod method in new[] { PcaMethod.Svd, PcaMethod.Covariance })
        {
            var fit = PrincipalComponents.Fit(X, method: method);
            fit.Project(X).Dispose();
            fit.Whiten(X).Dispose();
            fit.ReconstructionError(X);
        }
        Assert.Equal(before, LiveTensors.Count);
    }

    internal static Tensor Table(string name)
    {
        Dataset dataset = DatasetCatalogue.Load(name[..name.IndexOf('.', StringComparison.Ordinal)]);
        TrainingPart all = DataSplit.None(dataset).Training;
        return (name.EndsWith("standardised", StringComparison.Ordinal) ? StandardScaler.Fit(all).Transform(all) : dataset).X();
    }

    internal static double[] Drawn(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Normal.Draw(random))];
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);

    private static (double, double[]) PowerIteration(double[] rows, int d)
    {
        int n = rows.Length / d;
        double[][] columns = [.. Enumerable.Range(0, d).Select(j => rows.Where((_, i) => i % d == j).ToArray())];
        foreach (double[] column in columns)
        {
            double mean = column.Average();
            for (int i = 0; i < n; i++) column[i] -= mean;
        }

        double[] v = [1, 1, 1];
        double λ = 0;
        for (int step = 0; step < 2000; step++)
        {
            double[] next = [.. Enumerable.Range(0, d).Select(j =>
                Enumerable.Range(0, d).Sum(l => columns[j].Zip(columns[l], (a, b) => a * b).Sum() / (n - 1) * v[l]))];
            λ = Math.Sqrt(next.Sum(x => x * x));
            v = [.. next.Select(x => x / λ)];
        }
        double sign = Math.Sign(v.MaxBy(Math.Abs));
        return (λ, [.. v.Select(x => sign * x)]);
    }

    private static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        double scale = Math.Max(1, expected.Max(Math.Abs));
        for (int i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], actual[i], 1e-9 * scale);
    }
}
