using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Tests.LinearAlgebra;

public sealed class LeastAbsoluteDeviationsTests
{
    [Fact]
    public void Brownlees_stack_losses_have_the_weights_that_quantreg_gives()
    {
        // R: rq(stack.loss ~ ., data = stackloss); and lm for the squares.
        double[] air = [80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70];
        double[] water = [27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20];
        double[] acid = [89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91];
        double[] loss = [42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15];

        LeastAbsoluteDeviations absolute = LeastAbsoluteDeviations.Fit([air, water, acid], loss);
        LeastSquares squares = LeastSquares.Fit([air, water, acid], loss);

        Assert.All(new[] { -39.68986, 0.83188, 0.57391, -0.06087 }.Zip(absolute.Weights),
            pair => Assert.Equal(pair.First, pair.Second, 5e-6));
        Assert.All(new[] { -39.9197, 0.7156, 1.2953, -0.1521 }.Zip(squares.Weights), pair => Assert.Equal(pair.First, pair.Second, 5e-5));
        Assert.True(absolute.IsMinimum);
    }

    [Fact]
    public void A_fit_of_many_columns_stops_where_it_is_asked_to()
    {
        double[][] columns = HouseholderQrTests.Drawn(300, 40, seed: 1);
        double[] y = HouseholderQrTests.Drawn(300, 1, seed: 2)[0];
        Assert.True(LeastAbsoluteDeviations.Fit(columns, y).IsMinimum);
        using CancellationTokenSource stop = new();
        stop.Cancel();
        LeastSquares fit = LeastSquares.Fit(columns, y);
        Assert.Throws<OperationCanceledException>(() => LeastAbsoluteDeviations.Fit(columns, y, fit, stop.Token));
        Assert.Throws<OperationCanceledException>(
            () => BootstrappedCoefficients.Fit(columns, y, seed: 1, resamples: 5, cancellation: stop.Token));
        Assert.Throws<OperationCanceledException>(() => CoefficientCoverage.Fit(fit, worlds: 5, seed: 1, cancellation: stop.Token));
        Assert.Throws<OperationCanceledException>(
            () => ResidualEnvelope.Of(fit, FitInfluence.Of(fit), seed: 1, worlds: 5, cancellation: stop.Token));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public void No_line_through_two_rows_has_a_smaller_error(int seed, bool rounded)
    {
        double[] x = HouseholderQrTests.Drawn(14, 1, seed)[0], y = HouseholderQrTests.Drawn(14, 1, seed + 100)[0];
        if (rounded) // whole numbers: many rows on one line, and several lines with the least error
            (x, y) = ([.. x.Select(value => Math.Round(value))], [.. y.Select(value => Math.Round(value))]);
        double least = double.PositiveInfinity;
        for (int i = 0; i < 14; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (x[i] == x[j]) continue;
                double slope = (y[i] - y[j]) / (x[i] - x[j]);
                least = Math.Min(least, ErrorOf([y[i] - slope * x[i], slope], x, y));
            }
        }

        LeastAbsoluteDeviations fit = LeastAbsoluteDeviations.Fit([x], y);

        Assert.Equal(least, ErrorOf(fit.Weights, x, y), 1e-9);
        Assert.True(fit.IsMinimum);
        Assert.Equal(2, fit.Passing.Count);
    }

    [Fact]
    public void One_wild_target_moves_the_squares_and_not_the_absolute_values()
    {
        double[] x = [0, 1, 2, 3, 4, 5, 6], y = [0, 1, 2, 3, 4, 5, 600];

        Assert.All(new[] { 0.0, 1.0 }.Zip(LeastAbsoluteDeviations.Fit([x], y).Weights),
            pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.True(LeastSquares.Fit([x], y).Weights[1] > 50);
    }

    private static double ErrorOf(double[] weights, double[] x, double[] y) =>
        x.Zip(y, (one, target) => Math.Abs(target - weights[0] - weights[1] * one)).Sum();

    [Fact]
    public void Many_columns_have_a_proved_minimum_too_and_lose_no_digits_on_the_way()
    {
        double[][] columns = HouseholderQrTests.Drawn(400, 60, 5);
        double[] y = HouseholderQrTests.Drawn(400, 1, 6)[0];
        LeastAbsoluteDeviations fit = LeastAbsoluteDeviations.Fit(columns, y);
        Assert.True(fit.IsMinimum, $"{fit.LargestPull}");
        Assert.True(fit.Slides > 40);
        Assert.Equal(LowerBound(columns, y, fit), ErrorOf(fit.Weights, columns, y), 1e-8);
        double[] predicted = LeastSquares.Predict(fit.Weights, columns);
        Assert.All(fit.Passing, row => Assert.Equal(y[row], predicted[row], 1e-8));
    }

    /// <summary>
    /// The last columns are sums of others but for a billionth, as a percentage is beside the amounts that it was made of. With those
    /// billionths as columns of their own the straight combinations are the same, and so is the least error.
    /// </summary>
    [Theory]
    [InlineData(1e-9)]
    [InlineData(3e-11)]
    public void Columns_that_nearly_repeat_each_other_have_the_least_error_of_columns_that_do_not(double apart)
    {
        double[][] drawn = HouseholderQrTests.Drawn(200, 13, 7);
        double[][] columns = [.. drawn[..10], .. Enumerable.Range(0, 3).Select(k =>
            drawn[k].Zip(drawn[k + 3], drawn[10 + k]).Select(cells => cells.First + cells.Second + apart * cells.Third).ToArray())];
        double[] y = HouseholderQrTests.Drawn(200, 1, 8)[0];
        double least = LowerBound(drawn, y, LeastAbsoluteDeviations.Fit(drawn, y));
        double found = ErrorOf(LeastAbsoluteDeviations.Fit(columns, y).Weights, columns, y);
        Assert.InRange(found / least, 1 - 1e-5, 1 + 1e-5); // a billionth has seven digits left in a column of sixteen
    }

    private static double ErrorOf(double[] weights, double[][] columns, double[] y) =>
        LeastSquares.Predict(weights, columns).Zip(y, (one, target) => Math.Abs(target - one)).Sum();

    /// <summary>
    /// What no weights fall below: Σ sᵢyᵢ ≤ Σ |yᵢ − aᵢθ| for every θ where Aᵀs = 0 and all |sᵢ| ≤ 1. s is the sign of
    /// the residuals, and on the rows that the fit goes through what makes Aᵀs nought.
    /// </summary>
    private static double LowerBound(double[][] columns, double[] y, LeastAbsoluteDeviations fit)
    {
        Matrix<double> A = DenseMatrix.OfColumnArrays([[.. y.Select(_ => 1.0)], .. columns]);
        Vector<double> s = (DenseVector.OfArray(y) - A * DenseVector.OfArray(fit.Weights)).PointwiseSign();
        foreach (int row in fit.Passing)
            s[row] = 0;
        Vector<double> pulls = DenseMatrix.OfRows(fit.Passing.Select(row => A.Row(row))).Transpose().Solve(-(A.Transpose() * s));
        foreach ((int row, double pull) in fit.Passing.Zip(pulls))
            s[row] = pull;
        Assert.All(s, one => Assert.InRange(one, -1 - 1e-9, 1 + 1e-9));
        Assert.All(A.Transpose() * s, sum => Assert.Equal(0, sum, 1e-9));
        return s * DenseVector.OfArray(y);
    }
}
