using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.LinearAlgebra;

/// <summary>Golden: what R's lm, statsmodels and scikit-learn give for the diabetes data, published in their documentation.</summary>
public sealed class LeastSquaresTests
{
    private static readonly Dataset Diabetes = DatasetCatalogue.Load("diabetes");
    private static readonly double[][] Columns = [.. Enumerable.Range(0, Diabetes.Columns).Select(Diabetes.Column)];
    private static readonly double[] Progression = [.. Diabetes.TargetNumbers!];

    [Fact]
    public void The_weights_of_the_diabetes_data_are_those_of_scikit_learn()
    {
        // sklearn's columns are centred and of length 1: a weight per such unit is the raw weight times √Σ(x − x̄)².
        double[] sklearn =
        [
            -10.0098663, -239.81564367, 519.84592005, 324.3846455, -792.17563855, 476.73902101, 101.04326794,
            177.06323767, 751.27369956, 67.62669218,
        ];

        LeastSquares fit = LeastSquares.Fit(Columns, Progression);

        for (int j = 0; j < 10; j++)
            Assert.Equal(sklearn[j], fit.Weights[j + 1] * Moments.Of(Columns[j]).PopulationDeviation * Math.Sqrt(442), 1e-6);
        Assert.Equal(-334.56713852, fit.Weights[0], 1e-6);
    }

    [Fact]
    public void Residual_deviation_and_R_squared_are_those_of_R()
    {
        LeastSquares fit = LeastSquares.Fit(Columns, Progression);

        Assert.Equal(431, fit.DegreesOfFreedom);
        Assert.Equal(54.15, fit.ResidualDeviation, 0.01);
        Assert.Equal(2859.6963475867506, fit.Residuals.Sum(r => r * r) / 442, 1e-8);
        Assert.Equal(0.5177484222203498, 1 - fit.Residuals.Sum(r => r * r) / 442 / Moments.Of(Progression).PopulationVariance, 1e-12);
    }

    [Fact]
    public void Standard_errors_are_those_of_the_plain_definition()
    {
        // σ̂²(AᵀA)⁻¹ with the inverse of MathNet.
        LeastSquares fit = LeastSquares.Fit(Columns, Progression);
        var A = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfColumnArrays([[.. Enumerable.Repeat(1.0, 442)], .. Columns]);
        var inverse = A.TransposeThisAndMultiply(A).Inverse();

        for (int k = 0; k < 11; k++)
        {
            double expected = fit.ResidualDeviation * Math.Sqrt(inverse[k, k]);
            Assert.Equal(1, fit.StandardError(k) / expected, 1e-6); // the inverse of AᵀA has lost half of its digits
        }
    }

    [Fact]
    public void An_interval_reaches_t_standard_errors_to_either_side()
    {
        LeastSquares fit = LeastSquares.Fit([[0, 1, 2, 3, 4]], [1, 3, 2, 5, 4]);

        // By hand: b = 1.4, w = 0.8, Σr² = 3.6, σ̂² = 1.2, Σ(x − x̄)² = 10, t(0.975; 3) = 3.182446
        Interval slope = fit.Interval(1);
        Assert.Equal(0.8, slope.Value!.Value, 1e-12);
        Assert.Equal(0.8 + 3.182446305 * Math.Sqrt(0.12), slope.High!.Value, 1e-7);
        Assert.Equal(1.4, fit.Weights[0], 1e-12);
        Assert.Equal(StudentT.TwoSidedPValue(0.8 / Math.Sqrt(0.12), 3), fit.PValue(1)!.Value, 1e-12);
    }

    [Fact]
    public void A_perfect_fit_has_no_interval_and_says_why()
    {
        LeastSquares fit = LeastSquares.Fit([[0, 0, 0, 0, 1]], [0, 0, 0, 0, 2]);

        Assert.Equal("the fit leaves no residuals", fit.Interval(1).WhyUndefined ?? "rounding");
    }

    [Fact]
    public void Normal_equations_agree_where_columns_are_apart_and_give_up_where_one_is_copied()
    {
        double[][] columns = HouseholderQrTests.Drawn(rows: 30, count: 4, seed: 1);
        double[] y = HouseholderQrTests.Drawn(30, 1, seed: 2)[0];

        double[] weights = NormalEquations.Solve(columns, y)!;

        Assert.All(HouseholderQr.Factor(columns).Solve(y).Zip(weights), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Null(NormalEquations.Solve([[1, 1, 1, 1], [1, 1, 1, 1]], [1, 2, 3, 4]));
    }

    [Fact]
    public void Columns_that_others_say_already_are_named_with_their_combination()
    {
        // Three groups as 0 and 1 add up to 1; the fifth column is twice the fourth less the first.
        double[] a = [1, 1, 0, 0, 0, 0], b = [0, 0, 1, 1, 0, 0], c = [0, 0, 0, 0, 1, 1], x = [1, 2, 3, 5, 8, 13];
        double[] twice = [.. x.Zip(a, (one, first) => 2 * one - first)];

        IReadOnlyList<DependentColumn> dependent = DependentColumns.Of([a, b, c, x, twice]);

        Assert.Equal([2, 4], dependent.Select(column => column.Column));
        Assert.Equal(1, dependent[0].Constant, 1e-12);
        Assert.Equal([(0, -1.0), (1, -1.0)], dependent[0].Combination.Select(part => (part.Column, Math.Round(part.Factor, 10))));
        Assert.Equal([(0, -1.0), (3, 2.0)], dependent[1].Combination.Select(part => (part.Column, Math.Round(part.Factor, 10))));
        Assert.Equal(0, dependent[1].Constant);
    }

    [Fact]
    public void Rounding_costs_QR_one_digit_for_each_of_the_condition_and_the_normal_equations_two()
    {
        AccuracyPoint[] points = [.. LeastSquaresAccuracy.Measure(seed: 3)];
        AccuracyPoint[] between = [.. points.Where(point => point.NormalError is > 0 and < 0.01)];

        Assert.InRange(Slope(between, point => point.NormalError!.Value), 1.7, 2.3);
        Assert.InRange(Slope(points, point => point.QrError), 0.8, 1.2);
        Assert.True(points[^1].NormalError is null or > 1, $"{points[^1]}"); // refused, or no digit is right
        Assert.True(points[^1].Condition > 1e11 && points[^1].QrError < 1e-3);

        static double Slope(AccuracyPoint[] points, Func<AccuracyPoint, double> error) => LeastSquares.Fit(
            [[.. points.Select(point => Math.Log10(point.Condition))]], [.. points.Select(point => Math.Log10(error(point)))]).Weights[1];
    }

    [Fact]
    public void The_condition_of_columns_at_right_angles_is_the_ratio_of_their_lengths()
    {
        ConditionNumber condition = ConditionNumber.Of([[3, 0, 0], [0, 0.5, 0]])!;

        Assert.Equal(6, condition.Value, 1e-12);
        Assert.Equal(Math.Log10(6), condition.Digits, 1e-12);
        Assert.Null(ConditionNumber.Of([[1e200, 0]]));
        Assert.Equal(double.PositiveInfinity, new ConditionNumber(1, 0).Value);
    }
}
